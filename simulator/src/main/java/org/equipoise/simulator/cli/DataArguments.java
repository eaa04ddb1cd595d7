package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.data.DataReader;
import org.equipoise.simulator.data.Selection;
import org.equipoise.simulator.data.Separator;
import org.equipoise.simulator.data.TwoArmPatients;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say where patients are and which column is what. */
final class DataArguments {
    @Parameters(index = "0", paramLabel = "DATA.csv", description = "The data, a CSV file.")
    private String data = "";

    @Option(names = "--time", paramLabel = "COL", description = "Column of times; 'time' when left out.")
    private @Nullable String time;

    @Option(
            names = "--status",
            paramLabel = "COL",
            description = "Column that is 1 for an event and 0 for a censored time, or true and false, or 2 and 1;"
                    + " 'status' or 'event' when left out.")
    private @Nullable String status;

    @Option(
            names = "--arm",
            paramLabel = "COL",
            description = "Column of arms; 'arm', 'group' or 'treatment' when left out.")
    private @Nullable String arm;

    @Option(
            names = "--control",
            paramLabel = "LEVEL",
            description = "Control arm; when left out, the one of two arms that is called control, placebo, standard,"
                    + " 0 or false, or 1 beside 2.")
    private @Nullable String control;

    @Option(
            names = "--experimental",
            paramLabel = "LEVEL",
            description = "Arm to compare with it, where there are more than two; patients of others are left out.")
    private @Nullable String experimental;

    @Option(
            names = "--strata",
            paramLabel = "COL",
            split = ",",
            description = "Columns whose levels together are a patient's stratum, with commas between.")
    private List<String> strata = new ArrayList<>();

    @Option(
            names = "--separator",
            paramLabel = "NAME",
            description =
                    "What stands between columns: comma, semicolon or tab; when left out, what the first line has.")
    private @Nullable String separator;

    /** The data file. */
    Path file() {
        return FilePlace.named("DATA.csv", data);
    }

    /** Reads the patients. */
    TwoArmPatients read() {
        return DataReader.read(file(), new Selection(time, status, arm, control, experimental, strata, separator()));
    }

    private @Nullable Separator separator() {
        if (separator == null) {
            return null;
        }
        return switch (separator.toLowerCase(Locale.ROOT)) {
            case "comma", "," -> Separator.COMMA;
            case "semicolon", ";" -> Separator.SEMICOLON;
            case "tab", "\t", "\\t" -> Separator.TAB;
            default ->
                throw new InputFaultException("--separator: must be comma, semicolon or tab, was '" + separator + "'");
        };
    }
}
