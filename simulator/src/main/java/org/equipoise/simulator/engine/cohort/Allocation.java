package org.equipoise.simulator.engine.cohort;

import java.util.Arrays;
import org.equipoise.core.random.RandomStream;

/** Who goes to which arm. Arms are numbered from 0, the control. */
final class Allocation {
    private Allocation() {}

    /**
     * Permuted blocks: each holds the arms in their shares, in random order; the last may be cut short.
     *
     * @param share patients of each arm in a whole block
     */
    static Stage permutedBlock(int[] share, int patients, RandomStream stream) {
        return BlockOrders.canList(share)
                ? BlockOrders.of(share, patients, stream)
                : shuffledBlocks(armsOf(share), patients, stream);
    }

    /** Large blocks are shuffled, with a word for each place but the last. */
    private static Stage shuffledBlocks(byte[] block, int patients, RandomStream stream) {
        byte[] pristine = block.clone();
        byte[] shuffled = block.clone();
        byte[] arms = new byte[patients];
        return (replicate, cohort) -> {
            stream.select(replicate);
            long word = 0;
            for (int first = 0; first < arms.length; first += pristine.length) {
                int length = Math.min(pristine.length, arms.length - first);
                System.arraycopy(pristine, 0, shuffled, 0, pristine.length);
                word = shuffle(shuffled, length, stream, word);
                System.arraycopy(shuffled, 0, arms, first, length);
            }
            cohort.groupByArm(arms);
        };
    }

    /**
     * Fixed numbers for the whole trial, in random order.
     *
     * @param share patients of each arm
     */
    static Stage complete(int[] share, RandomStream stream) {
        byte[] contents = armsOf(share);
        byte[] arms = new byte[contents.length];
        return (replicate, cohort) -> {
            stream.select(replicate);
            System.arraycopy(contents, 0, arms, 0, contents.length);
            shuffle(arms, contents.length, stream, 0);
            cohort.groupByArm(arms);
        };
    }

    /**
     * Each patient by lot.
     *
     * @param share the allocation ratio
     */
    static Stage simple(int[] share, int patients, RandomStream stream) {
        byte[] tickets = armsOf(share);
        byte[] arms = new byte[patients];
        return (replicate, cohort) -> {
            stream.select(replicate);
            for (int i = 0; i < arms.length; i++) {
                arms[i] = tickets[RandomStream.below(tickets.length, stream.word(i))];
            }
            cohort.groupByArm(arms);
        };
    }

    /** Each arm's number as often as its share says, in ascending order. */
    static byte[] armsOf(int[] share) {
        byte[] arms = new byte[Cohort.total(share)];
        int next = 0;
        for (int a = 0; a < share.length; a++) {
            Arrays.fill(arms, next, next + share[a], (byte) a);
            next += share[a];
        }
        return arms;
    }

    /**
     * Puts a random selection of the items, in random order, into the first {@code length} places (Fisher and Yates;
     * Durstenfeld 1964, CACM 7:420), with the stream's words from {@code word} on.
     *
     * @param items modified
     * @return the first word that was not used
     */
    static long shuffle(byte[] items, int length, RandomStream stream, long word) {
        long next = word;
        for (int i = 0; i < Math.min(length, items.length - 1); i++) {
            int j = i + RandomStream.below(items.length - i, stream.word(next++));
            byte moved = items[j];
            items[j] = items[i];
            items[i] = moved;
        }
        return next;
    }
}
