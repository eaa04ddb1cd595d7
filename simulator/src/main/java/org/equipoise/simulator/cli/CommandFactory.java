package org.equipoise.simulator.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, and gives them what they work with. */
final class CommandFactory implements IFactory {
    private final Console console;
    private final Interruption interruption;

    CommandFactory(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(console, interruption));
        }
        if (type == SweepCommand.class) {
            return type.cast(new SweepCommand(console, interruption));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(console, interruption));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(console));
        }
        if (type == AnalyseCommand.class) {
            return type.cast(new AnalyseCommand(console));
        }
        if (type == PlanCommand.class) {
            return type.cast(new PlanCommand(console));
        }
        if (type == ReportCommand.class) {
            return type.cast(new ReportCommand(console, interruption));
        }
        if (type == InitCommand.class) {
            return type.cast(new InitCommand(console));
        }
        if (type == SchemaCommand.class) {
            return type.cast(new SchemaCommand(console));
        }
        if (type == BenchCommand.class) {
            return type.cast(new BenchCommand(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
