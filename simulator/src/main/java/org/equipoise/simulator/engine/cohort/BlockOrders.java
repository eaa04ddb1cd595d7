package org.equipoise.simulator.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.core.random.RandomStream;

/**
 * Permuted blocks by table: all orders of a small block are listed beforehand, and one word for each block picks one of
 * them.
 *
 * <p>Whole blocks give every arm the same number of patients each, so the slot of a patient is known from the order
 * alone and arrivals go straight to their slots.
 */
final class BlockOrders implements Stage {
    /** Blocks whose orders take more entries than this in a table are shuffled instead. */
    private static final int LARGEST_TABLE = 1024;

    private final RandomStream stream;
    private final int size;
    private final int orders;
    /** Patients of each arm in a whole block. */
    private final int[] share;
    /** Patients of each arm: first all of them, then those placed in the block that is cut short. */
    private final int[] patients;
    /** Where the order of each block begins in the tables. */
    private final int[] orderOf;

    // Tables with an entry for each place of a block, one order after the other: the arms as they come, and, arm by
    // arm, the places that go to it.
    private final int[] arm;
    private final int[] place;

    private BlockOrders(List<int[]> listed, int[] share, int patients, RandomStream stream) {
        this.stream = stream;
        this.share = share;
        this.patients = new int[share.length];
        orders = listed.size();
        size = listed.get(0).length;
        orderOf = new int[patients / size];
        arm = new int[orders * size];
        place = new int[orders * size];
        for (int o = 0; o < orders; o++) {
            int[] order = listed.get(o);
            int next = o * size;
            for (int a = 0; a < share.length; a++) {
                for (int i = 0; i < size; i++) {
                    if (order[i] == a) {
                        place[next++] = i;
                    }
                }
            }
            System.arraycopy(order, 0, arm, o * size, size);
        }
    }

    /** Whether a block with so many patients of each arm has few enough orders to be listed. */
    static boolean canList(int[] share) {
        double number = 1;
        int placed = 0;
        for (int each : share) {
            for (int i = 1; i <= each; i++) {
                number = number * ++placed / i;
            }
        }
        return number * placed < LARGEST_TABLE + 0.5;
    }

    /**
     * A stage for blocks with so many patients of each arm. Orders are numbered as in a dictionary, the control being
     * the first letter.
     */
    static Stage of(int[] share, int patients, RandomStream stream) {
        return new BlockOrders(listed(share), share.clone(), patients, stream);
    }

    /** All orders of a block with so many patients of each arm, as in a dictionary. */
    static List<int[]> listed(int[] share) {
        List<int[]> listed = new ArrayList<>();
        list(new int[Cohort.total(share)], 0, share.clone(), listed);
        return listed;
    }

    private static void list(int[] order, int placed, int[] left, List<int[]> listed) {
        if (placed == order.length) {
            listed.add(order.clone());
            return;
        }
        for (int a = 0; a < left.length; a++) {
            if (left[a] > 0) {
                left[a]--;
                order[placed] = a;
                list(order, placed + 1, left, listed);
                left[a]++;
            }
        }
    }

    @Override
    public void fill(long replicate, Cohort cohort) {
        stream.select(replicate);
        int blocks = orderOf.length;
        long[] words = stream.words(blocks + 1);
        for (int b = 0; b < blocks; b++) {
            orderOf[b] = RandomStream.below(orders, words[b]) * size;
        }
        int lastOrder = RandomStream.below(orders, words[blocks]) * size;
        divide(cohort, lastOrder);
        int k = 0;
        for (int a = 0; a < share.length; a++) {
            for (int i = 0; i < share[a]; i++) {
                fromWholeBlocks(cohort.arrival, k++, cohort.entry, cohort.start(a) + i, share[a]);
            }
        }
        fromLastBlock(cohort, lastOrder);
    }

    /** Gives the arms their slots, in which the last block, cut short, counts as far as it goes. */
    private void divide(Cohort cohort, int lastOrder) {
        int blocks = orderOf.length;
        for (int a = 0; a < patients.length; a++) {
            patients[a] = share[a] * blocks;
        }
        for (int i = 0; i < cohort.patients() - blocks * size; i++) {
            patients[arm[lastOrder + i]]++;
        }
        cohort.divide(patients);
    }

    /** Brings the arrivals that entry {@code k} of each block's order names to every {@code stride}-th slot. */
    private void fromWholeBlocks(double[] arrival, int k, double[] entry, int first, int stride) {
        for (int b = 0; b < orderOf.length; b++) {
            entry[first + b * stride] = arrival[b * size + place[orderOf[b] + k]];
        }
    }

    private void fromLastBlock(Cohort cohort, int lastOrder) {
        int blocks = orderOf.length;
        Arrays.fill(patients, 0);
        for (int i = 0; i < cohort.patients() - blocks * size; i++) {
            int a = arm[lastOrder + i];
            cohort.entry[cohort.start(a) + blocks * share[a] + patients[a]++] = cohort.arrival[blocks * size + i];
        }
    }
}
