package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.engine.RuleCompiler.Key;
import cn.zhengqi.matching.engine.RuleCompiler.PointGroup;
import cn.zhengqi.matching.engine.RuleCompiler.PointItem;

/**
 * A scoring table ready to be reckoned: per item the tiers' nodes and points, per group a minimum.
 *
 * @param whens by group, item and tier: the node that says whether the tier is met
 */
record ScoreTable(double pass, double[] minimum, int[][][] whens, double[][][] tierPoints, double[][] otherwise) {

    static ScoreTable of(Key.Points table, int[] place) {
        int groups = table.groups().size();
        double[] minimum = new double[groups];
        int[][][] whens = new int[groups][][];
        double[][][] tierPoints = new double[groups][][];
        double[][] otherwise = new double[groups][];
        for (int g = 0; g < groups; g++) {
            PointGroup group = table.groups().get(g);
            minimum[g] = group.minimum();
            int items = group.items().size();
            whens[g] = new int[items][];
            tierPoints[g] = new double[items][];
            otherwise[g] = new double[items];
            for (int i = 0; i < items; i++) {
                PointItem item = group.items().get(i);
                whens[g][i] =
                        item.whens().stream().mapToInt(when -> place[when]).toArray();
                tierPoints[g][i] =
                        item.points().stream().mapToDouble(Double::doubleValue).toArray();
                otherwise[g][i] = item.otherwise();
            }
        }
        return new ScoreTable(table.pass(), minimum, whens, tierPoints, otherwise);
    }

    /** The truth of it; at its place the least and the most that can come out. */
    byte score(byte[] truth, int place, double[] scoreLow, double[] scoreHigh) {
        double totalLow = 0;
        double totalHigh = 0;
        byte value = Truth.YES;
        for (int g = 0; g < whens.length; g++) {
            double groupLow = 0;
            double groupHigh = 0;
            for (int i = 0; i < whens[g].length; i++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                int[] tiers = whens[g][i];
                byte last = Truth.NO;
                for (int tier = 0; tier < tiers.length && last != Truth.YES; tier++) {
                    last = truth[tiers[tier]];
                    if (last != Truth.NO) {
                        least = Math.min(least, tierPoints[g][i][tier]);
                        most = Math.max(most, tierPoints[g][i][tier]);
                    }
                }
                if (last != Truth.YES) {
                    least = Math.min(least, otherwise[g][i]);
                    most = Math.max(most, otherwise[g][i]);
                }
                groupLow += least;
                groupHigh += most;
            }
            value = (byte) Math.min(value, reached(groupLow, groupHigh, minimum[g]));
            totalLow += groupLow;
            totalHigh += groupHigh;
        }
        value = (byte) Math.min(value, reached(totalLow, totalHigh, pass));
        scoreLow[place] = totalLow;
        scoreHigh[place] = totalHigh;
        return value;
    }

    private static byte reached(double low, double high, double mark) {
        return low >= mark ? Truth.YES : high < mark ? Truth.NO : Truth.OPEN;
    }
}
