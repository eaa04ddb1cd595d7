package org.equipoise.simulator.sweep.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Linear regression between standardised ranks, ties having their mean rank. */
final class RankRegression {
    /** A column that is so nearly a combination of earlier ones tells nothing new. */
    private static final double COLLINEAR = 1e-9;

    private final double[] coefficients;
    private final double explained;

    private RankRegression(double[] coefficients, double explained) {
        this.coefficients = coefficients;
        this.explained = explained;
    }

    /**
     * Of a figure on columns.
     *
     * @param columns of as many values as the figure; not modified
     */
    static RankRegression of(List<double[]> columns, double[] figure) {
        int p = columns.size();
        double[] y = standardRanks(figure);
        double[][] x = new double[p][];
        Arrays.setAll(x, j -> standardRanks(columns.get(j)));
        double[][] system = new double[p][p + 1];
        double[] withFigure = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                system[j][k] = product(x[j], x[k]);
            }
            withFigure[j] = product(x[j], y);
            system[j][p] = withFigure[j];
        }
        double[] beta = solve(system);
        double explained = 0;
        for (int j = 0; j < p; j++) {
            explained += beta[j] * withFigure[j];
        }
        return new RankRegression(beta, explained);
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    /** R²: the share of the variation of the figure's ranks. */
    double explained() {
        return explained;
    }

    /** Ranks with mean 0 and variance 1; zeros where all are the same. */
    static double[] standardRanks(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[n];
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0 - (n - 1) / 2.0;
            }
            from = to;
        }
        double sd = Math.sqrt(product(ranks, ranks));
        return sd == 0 ? ranks : Arrays.stream(ranks).map(rank -> rank / sd).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    /** Gauss and Jordan, without exchange of rows: the matrix is one of correlations. Modified. */
    private static double[] solve(double[][] system) {
        int p = system.length;
        double[] solution = new double[p];
        boolean[] used = new boolean[p];
        for (int j = 0; j < p; j++) {
            double pivot = system[j][j];
            if (pivot < COLLINEAR) {
                continue;
            }
            used[j] = true;
            for (int k = 0; k < p; k++) {
                double factor = k == j ? 0 : system[k][j] / pivot;
                for (int c = j; c <= p; c++) {
                    system[k][c] -= factor * system[j][c];
                }
            }
        }
        for (int j = 0; j < p; j++) {
            solution[j] = used[j] ? system[j][p] / system[j][j] : 0;
        }
        return solution;
    }
}
