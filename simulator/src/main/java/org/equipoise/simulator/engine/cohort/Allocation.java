package org.equipoise.simulator.engine.cohort;

import org.equipoise.core.random.RandomStream;

/** Who goes to which arm. Arms are numbered from 0, the control; each list of arms is in the order of arrival. */
final class Allocation {
    private Allocation() {}

    /**
     * Permuted blocks: each holds the arms in their shares, in random order; the last may be cut short.
     *
     * @param block the arms of one block in any order
     */
    static Stage permutedBlock(byte[] block, RandomStream stream) {
        byte[] pristine = block.clone();
        byte[] shuffled = block.clone();
        return (replicate, cohort) -> {
            stream.select(replicate);
            byte[] arms = cohort.armOfArrival;
            long word = 0;
            for (int first = 0; first < arms.length; first += pristine.length) {
                int length = Math.min(pristine.length, arms.length - first);
                System.arraycopy(pristine, 0, shuffled, 0, pristine.length);
                word = shuffle(shuffled, length, stream, word);
                System.arraycopy(shuffled, 0, arms, first, length);
            }
            cohort.groupByArm();
        };
    }

    /**
     * Fixed numbers for the whole trial, in random order.
     *
     * @param all the arms of all patients in any order
     */
    static Stage complete(byte[] all, RandomStream stream) {
        byte[] contents = all.clone();
        return (replicate, cohort) -> {
            stream.select(replicate);
            System.arraycopy(contents, 0, cohort.armOfArrival, 0, contents.length);
            shuffle(cohort.armOfArrival, contents.length, stream, 0);
            cohort.groupByArm();
        };
    }

    /**
     * Each patient by lot.
     *
     * @param ticket the arms in their shares: a patient draws one of them
     */
    static Stage simple(byte[] ticket, RandomStream stream) {
        byte[] tickets = ticket.clone();
        return (replicate, cohort) -> {
            stream.select(replicate);
            byte[] arms = cohort.armOfArrival;
            for (int i = 0; i < arms.length; i++) {
                arms[i] = tickets[RandomStream.below(tickets.length, stream.word(i))];
            }
            cohort.groupByArm();
        };
    }

    /**
     * Puts a random selection of the items, in random order, into the first {@code length} places (Fisher and Yates; Durstenfeld 1964, CACM
     * 7:420), with the stream's words from {@code word} on.
     *
     * @param items modified
     * @return the first word that was not used
     */
    private static long shuffle(byte[] items, int length, RandomStream stream, long word) {
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
