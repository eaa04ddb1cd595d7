package org.equipoise.simulator.scenario;

/**
 * One thing that is wrong with a scenario.
 *
 * @param path where, relative to the record that found it, dotted ({@code looks.0.events}); empty for the record itself
 * @param problem what is wrong, with the value found
 * @param remedy what would be right, in words; may be empty
 */
public record Fault(String path, String problem, String remedy) {
    /** The same fault, seen from a block that holds this one under {@code prefix}. */
    public Fault under(String prefix) {
        return new Fault(path.isEmpty() ? prefix : prefix + "." + path, problem, remedy);
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + problem + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
