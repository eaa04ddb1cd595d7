package org.equipoise.simulator.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says, before anyone asks what it means: text, lists and blocks of keys, each with its place. */
sealed interface Node {
    /** Where it begins. */
    Place place();

    /** What it is, in words that fit after "found". */
    String words();

    /**
     * One value, not yet a number or anything else.
     *
     * @param text as the file has it, escapes resolved
     * @param quoted whether it is text whatever it looks like
     */
    record Scalar(Place place, String text, boolean quoted) implements Node {
        private static final int LONGEST_SHOWN = 60;

        /** Whether the file gives no value: {@code key:}, {@code ~} or {@code null}. */
        boolean isEmpty() {
            return !quoted
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** The text, shortened where it is long. */
        String shown() {
            return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        }

        @Override
        public String words() {
            if (isEmpty()) {
                return "nothing";
            }
            if (Numbers.isNumber(this)) {
                return "the number " + shown();
            }
            return Scalars.truth(this) != null ? text : "the text '" + shown() + "'";
        }
    }

    /**
     * A list.
     *
     * @param items its entries
     */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String words() {
            return "a list";
        }
    }

    /**
     * A block of keys.
     *
     * @param entries by key, in the order of the file
     */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        @Nullable
        Entry get(String key) {
            return entries.get(key);
        }

        /** The same block with one entry replaced or added. */
        Mapping with(Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(entry.key(), entry);
            return new Mapping(place, changed);
        }

        @Override
        public String words() {
            return entries.isEmpty() ? "an empty block" : "a block of keys";
        }
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param place where the key begins
     * @param head where the value as a whole is found: at its key, or, when it was put there from a list, in the list
     * @param value what it holds
     */
    record Entry(String key, Place place, Place head, Node value) {
        /** As files have it. */
        Entry(String key, Place place, Node value) {
            this(key, place, place, value);
        }
    }
}
