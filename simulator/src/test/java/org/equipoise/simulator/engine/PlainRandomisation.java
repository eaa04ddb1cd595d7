package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.core.random.RandomStream;
import org.equipoise.simulator.scenario.Arm;
import org.equipoise.simulator.scenario.Scenario;

/** The methods of randomisation, written plainly: arms are numbers from 0, the control first. */
final class PlainRandomisation {
    private PlainRandomisation() {}

    /** The arms of the patients of one stratum in the order in which they enter, more than enough. */
    static List<Integer> allocation(Scenario scenario, List<Arm> arms, RandomStream stream) {
        int n = scenario.enrolment().patients();
        int sum = arms.stream().mapToInt(Arm::allocation).sum();
        List<Integer> all = new ArrayList<>();
        switch (scenario.randomisation().method()) {
            case SIMPLE -> {
                for (int i = 0; i < n; i++) {
                    List<Integer> tickets = inShares(arms, sum);
                    all.add(tickets.get(RandomStream.below(sum, stream.word(i))));
                }
            }
            case COMPLETE -> all.addAll(shuffled(inShares(arms, n), n, stream, 0));
            case PERMUTED_BLOCK -> {
                Integer asked = scenario.randomisation().blockSize();
                int size = asked == null ? 2 * sum : asked;
                List<Integer> first = inShares(arms, size);
                boolean listed = orders(first) * size <= 1024;
                int word = 0;
                while (all.size() < n) {
                    int taken = Math.min(size, n - all.size());
                    if (listed) {
                        int order = RandomStream.below((int) orders(first), stream.word(word));
                        all.addAll(orderNumber(order, first).subList(0, taken));
                        word++;
                    } else {
                        all.addAll(shuffled(first, taken, stream, word));
                        word += Math.min(taken, size - 1);
                    }
                }
            }
        }
        return all;
    }

    /** Arms in their shares; those left over go to the largest remainders, the first of equals. */
    private static List<Integer> inShares(List<Arm> arms, int number) {
        double sum = arms.stream().mapToInt(Arm::allocation).sum();
        List<Integer> byRemainder = new ArrayList<>();
        int[] count = new int[arms.size()];
        int left = number;
        for (int a = 0; a < arms.size(); a++) {
            count[a] = (int) (number * (long) arms.get(a).allocation() / (long) sum);
            left -= count[a];
            byRemainder.add(a);
        }
        byRemainder.sort(Comparator.comparing(a -> -(number * (long) arms.get(a).allocation() % (long) sum))); // stable
        for (int a : byRemainder.subList(0, left)) {
            count[a]++;
        }
        List<Integer> items = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            items.addAll(Collections.nCopies(count[a], a));
        }
        return items;
    }

    /** In how many orders the items can stand: n! over the factorials of how often each occurs. */
    private static double orders(List<Integer> items) {
        double number = 1;
        for (int i = 0; i < items.size(); i++) {
            number *= i + 1;
        }
        for (int item : Set.copyOf(items)) {
            for (int i = 1; i <= Collections.frequency(items, item); i++) {
                number /= i;
            }
        }
        return Math.rint(number);
    }

    /** The order with this number, from 0, when all orders are listed as in a dictionary. */
    private static List<Integer> orderNumber(int number, List<Integer> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        int left = number;
        for (int letter : new TreeSet<>(items)) {
            List<Integer> others = new ArrayList<>(items);
            others.remove(Integer.valueOf(letter));
            if (left < orders(others)) {
                List<Integer> order = new ArrayList<>(List.of(letter));
                order.addAll(orderNumber(left, others));
                return order;
            }
            left -= (int) orders(others);
        }
        throw new IllegalArgumentException("no such order: " + number);
    }

    /** The shuffle of Fisher and Yates from the front: place i takes one of the items from i on, by one word. */
    private static List<Integer> shuffled(List<Integer> items, int taken, RandomStream stream, int firstWord) {
        List<Integer> shuffled = new ArrayList<>(items);
        for (int i = 0; i < taken && i < items.size() - 1; i++) {
            int j = i + RandomStream.below(items.size() - i, stream.word(firstWord + i));
            Collections.swap(shuffled, i, j);
        }
        return shuffled.subList(0, taken);
    }
}
