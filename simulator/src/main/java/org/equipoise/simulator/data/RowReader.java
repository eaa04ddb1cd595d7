package org.equipoise.simulator.data;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a data file below the first, and notes what is wrong with each. */
final class RowReader {
    private static final int NO_LEVEL = -1;
    private static final char NOT_UTF_8 = '\uFFFD';
    /** Between the levels of one stratum; no file holds it. */
    private static final String JOINT = "\u001F";

    private final Header header;
    private final DataFaults faults;
    private final Rows rows = new Rows();
    private final Levels arms = new Levels();
    private final Levels strata = new Levels();
    private int patientsWithoutStratum;

    RowReader(Header header, DataFaults faults) {
        this.header = header;
        this.faults = faults;
    }

    Rows rows() {
        return rows;
    }

    Levels arms() {
        return arms;
    }

    /** The strata; a level of several columns is spelled with {@code /} between them. */
    Levels strata() {
        return strata;
    }

    /** Patients with {@code NA} in a column of strata, which is taken for a level of its own. */
    int patientsWithoutStratum() {
        return patientsWithoutStratum;
    }

    void read(CsvRecords record) {
        if (record.size() != header.size()) {
            wrongSize(record);
            return;
        }
        double time = header.time() < 0 ? 0 : time(record);
        byte status = header.status() < 0 ? StatusCoding.Values.ZERO : status(record);
        int arm = header.arm() < 0 ? NO_LEVEL : arm(record);
        int stratum = stratum(record);
        rows.add(time, status, arm, stratum, record.line(), record.column(Math.max(0, header.status())));
    }

    private void wrongSize(CsvRecords record) {
        boolean blank = true;
        for (int i = 0; i < record.size(); i++) {
            blank &= record.field(i).isEmpty();
        }
        String problem = "has " + record.size() + (record.size() == 1 ? " field" : " fields") + ", the first line has "
                + header.size();
        faults.add(
                record.line(),
                1,
                "",
                problem,
                blank ? "it is empty; delete it" : "a field that holds the separator must stand in quotes");
    }

    private double time(CsvRecords record) {
        String field = record.field(header.time());
        double number = Times.number(field);
        String problem = Times.problem(field, number);
        if (!problem.isEmpty()) {
            fault(record, header.time(), problem, Times.remedy(field, number));
        }
        return number;
    }

    private byte status(CsvRecords record) {
        String field = record.field(header.status());
        byte value = StatusCoding.Values.of(field);
        if (value != StatusCoding.Values.NONE) {
            return value;
        }
        if (Missing.is(field)) {
            fault(record, header.status(), Missing.problem(field), Missing.remedy());
        } else {
            fault(
                    record,
                    header.status(),
                    "is not a known status: " + DataFaults.quoted(field),
                    "write " + StatusCoding.WORDS);
        }
        return value;
    }

    private int arm(CsvRecords record) {
        String field = record.field(header.arm());
        if (Missing.is(field)) {
            fault(record, header.arm(), Missing.problem(field), Missing.remedy());
            return NO_LEVEL;
        }
        return isText(record, header.arm()) ? arms.count(field) : NO_LEVEL;
    }

    private int stratum(CsvRecords record) {
        List<String> levels = new ArrayList<>(header.strata().size());
        boolean notAvailable = false;
        for (int index : header.strata()) {
            if (index < 0) {
                return NO_LEVEL;
            }
            String field = record.field(index);
            notAvailable |= field.equals("NA");
            if (Missing.is(field) && !field.equals("NA")) {
                fault(
                        record,
                        index,
                        Missing.problem(field),
                        "fill it in; NA makes those whose stratum is not known a stratum of their own");
                return NO_LEVEL;
            }
            if (!isText(record, index)) {
                return NO_LEVEL;
            }
            levels.add(field);
        }
        patientsWithoutStratum += notAvailable ? 1 : 0;
        return strata.count(String.join(JOINT, levels));
    }

    private boolean isText(CsvRecords record, int index) {
        if (record.field(index).indexOf(NOT_UTF_8) < 0) {
            return true;
        }
        fault(record, index, "is not UTF-8 text: " + DataFaults.quoted(record.field(index)), "save the file as UTF-8");
        return false;
    }

    private void fault(CsvRecords record, int index, String problem, String remedy) {
        faults.add(record.line(), record.column(index), header.names().get(index), problem, remedy);
    }

    /** The strata as a person would name them. */
    List<String> strataNames() {
        return strata.names().stream().map(name -> name.replace(JOINT, " / ")).toList();
    }
}
