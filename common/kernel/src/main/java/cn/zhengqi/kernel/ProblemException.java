package cn.zhengqi.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer other than yes. The web layer turns it into {@code application/problem+json}; nothing catches it before. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final String detail;
    private final transient List<FieldProblem> fieldErrors;
    private final transient Map<String, Object> extras;

    public ProblemException(ProblemCode code) {
        this(code, code.title());
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    /** @param extras further members of the answer, as {@code retryAfterSeconds} */
    public ProblemException(ProblemCode code, String detail, Map<String, Object> extras) {
        this(code, detail, List.of(), extras);
    }

    public ProblemException(
            ProblemCode code, String detail, List<FieldProblem> fieldErrors, Map<String, Object> extras) {
        this(code, detail, fieldErrors, extras, null);
    }

    public ProblemException(
            ProblemCode code,
            String detail,
            List<FieldProblem> fieldErrors,
            Map<String, Object> extras,
            @Nullable Throwable cause) {
        super(code.name() + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.fieldErrors = List.copyOf(fieldErrors);
        this.extras = Map.copyOf(extras);
    }

    public static ProblemException validation(List<FieldProblem> errors) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED, CommonProblem.VALIDATION_FAILED.title(), errors, Map.of());
    }

    public static ProblemException validation(String field, String code, String message) {
        return validation(List.of(new FieldProblem(field, code, message)));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(CommonProblem.NOT_FOUND, detail);
    }

    public static ProblemException forbidden() {
        return new ProblemException(CommonProblem.FORBIDDEN);
    }

    /** For {@code @Version} updates that touched no row. */
    public static ProblemException versionConflict() {
        return new ProblemException(CommonProblem.VERSION_CONFLICT);
    }

    public ProblemCode code() {
        return code;
    }

    /** Chinese; shown to the person. */
    public String detail() {
        return detail;
    }

    public List<FieldProblem> fieldErrors() {
        return fieldErrors;
    }

    public Map<String, Object> extras() {
        return extras;
    }
}
