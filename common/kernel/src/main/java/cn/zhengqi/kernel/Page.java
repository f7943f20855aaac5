package cn.zhengqi.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many items match in all
 * @param page number of this page, from 1
 * @param size most items on a page
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, long total, PageRequest request) {
        return new Page<>(items, total, request.page(), request.size());
    }

    public static <T> Page<T> empty(PageRequest request) {
        return of(List.of(), 0, request);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        List<R> changed = items.stream().<R>map(change).toList();
        return new Page<>(changed, total, page, size);
    }
}
