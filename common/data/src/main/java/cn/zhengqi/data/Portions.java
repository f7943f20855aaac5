package cn.zhengqi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.session.ResultHandler;

/**
 * Rows of a file of any length, of which some hundreds at a time have what belongs to them looked up at once. None is kept.
 *
 * @param <E> as the database gives it
 * @param <V> as it stands in the file
 */
public final class Portions<E, V> {

    private static final int SIZE = 500;

    private final Function<List<E>, List<V>> views;

    private Portions(Function<List<E>, List<V>> views) {
        this.views = views;
    }

    /** @param views what belongs to several rows, one for each and in their order; asked with none where there are none left */
    public static <E, V> Portions<E, V> seenBy(Function<List<E>, List<V>> views) {
        return new Portions<>(views);
    }

    /** @param source reads all rows one after the other, as a mapper does with a handler; inside a transaction */
    public void each(Consumer<ResultHandler<E>> source, Consumer<V> row) {
        List<E> portion = new ArrayList<>(SIZE);
        source.accept(it -> {
            portion.add(it.getResultObject());
            if (portion.size() == SIZE) {
                views.apply(portion).forEach(row);
                portion.clear();
            }
        });
        views.apply(portion).forEach(row);
    }
}
