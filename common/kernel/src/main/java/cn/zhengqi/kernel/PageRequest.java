package cn.zhengqi.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param page from 1 to 100,000; 1 when absent
 * @param size from 1 to 200; 20 when absent
 */
public record PageRequest(int page, int size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 200;
    public static final int MAX_PAGE = 100_000;

    /** @throws ProblemException VALIDATION_FAILED when out of range */
    public PageRequest {
        List<FieldProblem> errors = new ArrayList<>();
        if (page < 1 || page > MAX_PAGE) {
            errors.add(new FieldProblem("page", "RANGE", "页码应在 1 到 " + MAX_PAGE + " 之间"));
        }
        if (size < 1 || size > MAX_SIZE) {
            errors.add(new FieldProblem("size", "RANGE", "每页条数应在 1 到 " + MAX_SIZE + " 之间"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
    }

    public static PageRequest of(@Nullable Integer page, @Nullable Integer size) {
        return new PageRequest(page == null ? 1 : page, size == null ? DEFAULT_SIZE : size);
    }

    public long offset() {
        return (long) (page - 1) * size;
    }
}
