package org.equipoise.simulator.engine;

import java.util.List;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardPiece;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.RatioPiece;
import org.jspecify.annotations.Nullable;

/** Every event model of the language, straight from its formula. */
interface PlainModel {
    /** Cumulative hazard at a time. */
    double hazardBy(double time);

    /** Time at which the cumulative hazard is reached; infinite when it never is. */
    double timeAt(double hazard);

    /** The model that a scenario spells; {@code control} is what a hazard ratio refers to. */
    static PlainModel of(DropoutModel model, @Nullable PlainModel control) {
        if (model instanceof DropoutModel.LostBy m) {
            return new Constant(-Math.log(1 - m.probability()) / m.by());
        } else if (model instanceof EventModel.ByMedian m) {
            return new Constant(Math.log(2) / m.median());
        } else if (model instanceof EventModel.ByHazard m) {
            return new Constant(m.hazard());
        } else if (model instanceof EventModel.BySurvival m) {
            return new Constant(-Math.log(m.survival()) / m.at());
        } else if (model instanceof EventModel.Piecewise m) {
            return new Pieces(m.piecewise());
        } else if (model instanceof EventModel.WeibullModel m) {
            double shape = m.weibull().shape();
            Double median = m.weibull().median();
            return new Weibull(shape, median == null ? m.weibull().scale() : median / Math.pow(Math.log(2), 1 / shape));
        } else if (model instanceof EventModel.LogNormalModel m) {
            return new LogNormal(m.logNormal().median(), m.logNormal().sigma());
        } else if (model instanceof EventModel.LogLogisticModel m) {
            return new LogLogistic(m.logLogistic().median(), m.logLogistic().shape());
        } else if (model instanceof EventModel.GompertzModel m) {
            double shape = m.gompertz().shape();
            Double median = m.gompertz().median();
            return new Gompertz(
                    shape, median == null ? m.gompertz().rate() : Math.log(2) * shape / (Math.exp(shape * median) - 1));
        } else if (model instanceof EventModel.Cure m) {
            return new Cure(m.cure(), of(m.of(), null));
        } else if (model instanceof EventModel.Relative m) {
            List<RatioPiece> pieces = m.hazardRatio() instanceof HazardRatio.Piecewise p
                    ? p.pieces()
                    : List.of(new RatioPiece(0, ((HazardRatio.Constant) m.hazardRatio()).ratio()));
            return new Relative(control, pieces);
        }
        throw new AssertionError("no plain model for " + model);
    }

    /** S(t) = exp(-rate t). */
    record Constant(double rate) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return rate * time;
        }

        @Override
        public double timeAt(double hazard) {
            return rate == 0 ? Double.POSITIVE_INFINITY : hazard / rate;
        }
    }

    /** Piece after piece, each with a constant hazard. */
    record Pieces(List<HazardPiece> pieces) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            double sum = 0;
            for (int k = 0; k < pieces.size() && pieces.get(k).from() < time; k++) {
                sum += pieces.get(k).hazard()
                        * (Math.min(time, end(k)) - pieces.get(k).from());
            }
            return sum;
        }

        @Override
        public double timeAt(double hazard) {
            double left = hazard;
            for (int k = 0; k < pieces.size(); k++) {
                double here = pieces.get(k).hazard();
                double piece = here == 0 ? 0 : here * (end(k) - pieces.get(k).from());
                if (left <= piece) {
                    return pieces.get(k).from() + left / here;
                }
                left -= piece;
            }
            return Double.POSITIVE_INFINITY;
        }

        private double end(int k) {
            return k + 1 < pieces.size() ? pieces.get(k + 1).from() : Double.POSITIVE_INFINITY;
        }
    }

    /** S(t) = exp(-(t / scale)^shape). */
    record Weibull(double shape, double scale) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return Math.pow(time / scale, shape);
        }

        @Override
        public double timeAt(double hazard) {
            return scale * Math.exp(Math.log(hazard) / shape);
        }
    }

    /** S(t) = P(Z > ln(t / median) / sigma). */
    record LogNormal(double median, double sigma) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return -Math.log(PlainNormal.upper(Math.log(time / median) / sigma));
        }

        @Override
        public double timeAt(double hazard) {
            return median * Math.exp(sigma * PlainNormal.atCumulativeHazard(hazard));
        }
    }

    /** S(t) = 1 / (1 + (t / median)^shape). */
    record LogLogistic(double median, double shape) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return Math.log(1 + Math.pow(time / median, shape));
        }

        @Override
        public double timeAt(double hazard) {
            return median * Math.pow(Math.expm1(hazard), 1 / shape);
        }
    }

    /** Hazard rate exp(shape t). */
    record Gompertz(double shape, double rate) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return rate * (Math.exp(shape * time) - 1) / shape;
        }

        @Override
        public double timeAt(double hazard) {
            double growth = 1 + shape * hazard / rate;
            return growth <= 0 ? Double.POSITIVE_INFINITY : Math.log(growth) / shape;
        }
    }

    /** S(t) = cured + (1 - cured) S₀(t). */
    record Cure(double cured, PlainModel others) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            return -Math.log(cured + (1 - cured) * Math.exp(-others.hazardBy(time)));
        }

        @Override
        public double timeAt(double hazard) {
            double survival = (Math.exp(-hazard) - cured) / (1 - cured);
            return survival <= 0 ? Double.POSITIVE_INFINITY : others.timeAt(-Math.log(survival));
        }
    }

    /** The control's hazard times a ratio that changes from piece to piece. */
    record Relative(PlainModel control, List<RatioPiece> pieces) implements PlainModel {
        @Override
        public double hazardBy(double time) {
            double sum = 0;
            for (int k = 0; k < pieces.size() && pieces.get(k).from() < time; k++) {
                double end = k + 1 < pieces.size() ? pieces.get(k + 1).from() : Double.POSITIVE_INFINITY;
                double gained = control.hazardBy(Math.min(time, end)) - atStart(k);
                sum += pieces.get(k).is() * gained;
            }
            return sum;
        }

        @Override
        public double timeAt(double hazard) {
            double left = hazard;
            for (int k = 0; k + 1 < pieces.size(); k++) {
                double piece = pieces.get(k).is() * (atStart(k + 1) - atStart(k));
                if (left <= piece) {
                    return control.timeAt(atStart(k) + left / pieces.get(k).is());
                }
                left -= piece;
            }
            int last = pieces.size() - 1;
            return control.timeAt(atStart(last) + left / pieces.get(last).is());
        }

        private double atStart(int k) {
            return k == 0 ? 0 : control.hazardBy(pieces.get(k).from());
        }
    }
}
