package cn.zhengqi.auth.signin;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the log of sign-ins.
 *
 * @param username as it was typed
 * @param name part of the name of whose account it was
 * @param result one of these; any when absent
 * @param from first day, in the district; {@code to}: last day
 * @param sort {@code at,asc} or {@code at,desc}; latest first when absent
 */
record SignInFilter(
        @Nullable @Size(max = 200) String username,
        @Nullable @Size(max = 50) String name,
        @Nullable List<SignInResult> result,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, Boolean> SORTABLE = Map.of("at", true);

    /** In the form the database needs. */
    record Query(
            @Nullable String username,
            @Nullable String pattern,
            List<SignInResult> results,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query query() {
        Sort<Boolean> asked = Sort.parse(sort, SORTABLE);
        return new Query(
                username == null || username.isBlank() ? null : SignIn.nameOf(username),
                LikePattern.containing(name),
                result == null ? List.of() : List.copyOf(result),
                from == null ? null : BusinessTime.startOf(from),
                to == null ? null : BusinessTime.endOf(to),
                asked != null && asked.ascending());
    }

    /** As it goes on record, where no phone number stands. */
    SignInFilter masked() {
        return username == null
                ? this
                : new SignInFilter(SignInRow.masked(username.strip()), name, result, from, to, sort);
    }
}
