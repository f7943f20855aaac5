package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;

/**
 * A state of the library in which each rule knows its place in the cells of an enterprise: a great book, and beside it a small one of the rules that changed since that
 * was compiled, which count in place of the old ones. Immutable; several threads may use it.
 *
 * @param places in the cells, by the position in the book
 * @param gone places of rules that were withdrawn since
 */
record PlacedBook(long revision, RuleBook book, int[] places, RuleBook changed, int[] changedPlaces, int[] gone) {

    /** To judge one enterprise after the other, by one thread. */
    final class Scratch {

        private final Evaluation ofBook = book.scratch();
        private final Evaluation ofChanged = changed.scratch();
        private final int length =
                Cells.BYTES * (Math.max(Math.max(greatest(places), greatest(changedPlaces)), greatest(gone)) + 1);

        byte[] judge(FactVector enterprise) {
            byte[] cells = new byte[length];
            put(cells, ofBook, places, enterprise);
            for (int place : gone) {
                Cells.clear(cells, place);
            }
            put(cells, ofChanged, changedPlaces, enterprise);
            return cells;
        }

        private static void put(byte[] cells, Evaluation evaluation, int[] places, FactVector enterprise) {
            evaluation.run(enterprise);
            for (int rule = 0; rule < places.length; rule++) {
                Cells.put(cells, places[rule], evaluation, rule);
            }
        }

        private static int greatest(int[] places) {
            int greatest = -1;
            for (int place : places) {
                greatest = Math.max(greatest, place);
            }
            return greatest;
        }
    }

    /** How many rules stand beside the great book. */
    int changedCount() {
        return changedPlaces.length + gone.length;
    }

    Scratch scratch() {
        return new Scratch();
    }
}
