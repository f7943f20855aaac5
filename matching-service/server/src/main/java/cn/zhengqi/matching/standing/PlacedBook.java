package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.library.Library;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A state of the library in which each rule knows its place in the cells of an enterprise. Immutable; several threads may use it. */
final class PlacedBook {

    private final Library.Shelf shelf;
    private final int[] places;
    private final int length;

    /** @param placeOf by what a rule is about */
    PlacedBook(Library.Shelf shelf, Map<UUID, Integer> placeOf) {
        this.shelf = shelf;
        places = new int[shelf.book().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] =
                    Objects.requireNonNull(placeOf.get(shelf.idOf(shelf.book().rule(i))), "each has its place");
        }
        length = Cells.BYTES * (Arrays.stream(places).max().orElse(-1) + 1);
    }

    boolean is(Library.Shelf other) {
        return shelf == other;
    }

    long revision() {
        return shelf.revision();
    }

    /** To be used again and again by one thread. */
    Evaluation scratch() {
        return shelf.book().scratch();
    }

    /** @param scratch of this book */
    byte[] judge(Evaluation scratch, FactVector enterprise) {
        scratch.run(enterprise);
        byte[] cells = new byte[length];
        for (int rule = 0; rule < places.length; rule++) {
            Cells.put(cells, places[rule], scratch, rule);
        }
        return cells;
    }
}
