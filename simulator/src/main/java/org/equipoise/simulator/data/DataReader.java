package org.equipoise.simulator.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the patients of two arms from a CSV file: one line a patient below a line of column names. The file is read
 * once, from its beginning to its end, so that it may be long, or a pipe.
 */
public final class DataReader {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String SAVE_AS_CSV = "save it as CSV in UTF-8";

    private final Selection selection;
    private final DataFaults faults;
    private final String source;

    private DataReader(String source, Selection selection) {
        this.source = source;
        this.selection = selection;
        faults = new DataFaults(source);
    }

    /**
     * Reads a file.
     *
     * @throws DataFaultsException with every fault found
     */
    public static TwoArmPatients read(Path file, Selection selection) {
        return new DataReader(file.toString(), selection).read(file);
    }

    private TwoArmPatients read(Path file) {
        if (Files.isDirectory(file)) {
            throw only("is a directory", "name a CSV file");
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            checkKind(reader);
            return read(reader);
        } catch (NoSuchFileException e) {
            throw only("there is no such file", "check the name and the directory");
        } catch (AccessDeniedException e) {
            throw only("cannot be read: permission denied", "");
        } catch (IOException e) {
            throw only("cannot be read", "");
        }
    }

    /** Goes past a byte order mark, and refuses what is no text. */
    private void checkKind(BufferedReader reader) throws IOException {
        char[] start = new char[64];
        reader.mark(start.length);
        int length = Math.max(0, reader.read(start, 0, start.length));
        reader.reset();
        String text = new String(start, 0, length);
        if (text.startsWith("PK\u0003\u0004")) {
            throw only("is a spreadsheet or an archive, not a CSV file", SAVE_AS_CSV);
        }
        if (text.indexOf('\0') >= 0) {
            throw only("is not UTF-8 text", SAVE_AS_CSV);
        }
        if (length > 0 && start[0] == BYTE_ORDER_MARK) {
            reader.skip(1);
        }
    }

    private TwoArmPatients read(BufferedReader reader) throws IOException {
        CsvRecords record = new CsvRecords(reader, separator(reader), faults);
        if (!record.next()) {
            faults.throwIfAny();
            throw only("is empty", "its first line must name the columns, and each line below it is a patient");
        }
        Header header = Header.of(record, selection, faults);
        RowReader rows = new RowReader(header, faults);
        while (record.next()) {
            rows.read(record);
        }
        return patients(header, rows);
    }

    private char separator(BufferedReader reader) throws IOException {
        if (selection.separator() != null) {
            return selection.separator().character();
        }
        List<Separator> found = Separator.inFirstLine(reader);
        if (found.size() > 1) {
            String names = found.stream().map(Separator::spelled).collect(Collectors.joining(" or "));
            faults.add(
                    1,
                    1,
                    "",
                    "columns could be separated by " + names,
                    "say by which with --separator, or quote names");
            faults.throwIfAny();
        }
        return found.isEmpty() ? Separator.COMMA.character() : found.get(0).character();
    }

    private TwoArmPatients patients(Header header, RowReader read) {
        Rows rows = read.rows();
        if (rows.size == 0 && faults.isEmpty()) {
            faults.add("has no patients", "each line below the first is one");
        }
        StatusCoding coding = StatusCoding.of(rows.status, rows.size);
        checkCoding(header, rows, coding);
        ArmPair pair = read.arms().names().isEmpty()
                ? null
                : ArmPair.of(header.names().get(header.arm()), read.arms(), selection, faults);
        if (pair == null || !faults.isEmpty()) {
            throw faults.exception();
        }
        return chosen(header, read, coding, pair);
    }

    private void checkCoding(Header header, Rows rows, StatusCoding coding) {
        for (int i = 0; i < rows.size; i++) {
            byte value = rows.status[i];
            if (value != StatusCoding.Values.NONE && !coding.allows(value)) {
                faults.add(
                        rows.line[i],
                        rows.statusColumn[i],
                        header.names().get(header.status()),
                        "is " + StatusCoding.Values.spelled(value) + " in a column that is coded " + coding.words(),
                        "one coding must hold for the whole column");
            }
        }
    }

    private TwoArmPatients chosen(Header header, RowReader read, StatusCoding coding, ArmPair pair) {
        Rows rows = read.rows();
        int size = read.arms().occurrences(pair.control()) + read.arms().occurrences(pair.experimental());
        double[] time = new double[size];
        boolean[] event = new boolean[size];
        boolean[] experimental = new boolean[size];
        int[] stratum = new int[size];
        int next = 0;
        for (int i = 0; i < rows.size; i++) {
            if (rows.arm[i] == pair.control() || rows.arm[i] == pair.experimental()) {
                time[next] = rows.time[i];
                event[next] = coding.isEvent(rows.status[i]);
                experimental[next] = rows.arm[i] == pair.experimental();
                stratum[next] = rows.stratum[i];
                next++;
            }
        }
        return new TwoArmPatients(
                source,
                header,
                read.arms().names().get(pair.control()),
                read.arms().names().get(pair.experimental()),
                time,
                event,
                experimental,
                stratum,
                header.strata().isEmpty() ? List.of() : read.strataNames(),
                warnings(header, read, coding, size));
    }

    private List<String> warnings(Header header, RowReader read, StatusCoding coding, int size) {
        Rows rows = read.rows();
        List<String> warnings = new ArrayList<>();
        if (size < rows.size) {
            int others = rows.size - size;
            warnings.add(
                    others == 1
                            ? "1 patient of another arm is left out"
                            : others + " patients of other arms are left out");
        }
        if (IntStream.range(1, rows.size).allMatch(i -> rows.status[i] == rows.status[0])) {
            warnings.add("every " + header.names().get(header.status()) + " is "
                    + StatusCoding.Values.spelled(rows.status[0]) + ", read as coded " + coding.words());
        }
        if (read.patientsWithoutStratum() > 0) {
            int number = read.patientsWithoutStratum();
            warnings.add("the stratum of " + number + (number == 1 ? " patient" : " patients")
                    + " is NA, which is taken as a stratum of its own");
        }
        return warnings;
    }

    private DataFaultsException only(String problem, String remedy) {
        DataFaults one = new DataFaults(source);
        one.add(problem, remedy);
        return one.exception();
    }
}
