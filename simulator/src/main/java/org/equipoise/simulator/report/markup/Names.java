package org.equipoise.simulator.report.markup;

import java.util.regex.Pattern;

/** Names of elements and attributes. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");

    private Names() {}

    static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an element or attribute: '" + name + "'");
        }
    }
}
