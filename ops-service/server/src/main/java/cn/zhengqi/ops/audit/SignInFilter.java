package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.InternalSignInNames.Typed;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in 登录日志.
 *
 * @param username all of what was typed
 * @param name part of the name of whose account it was, or its id
 * @param result one of these; any when absent
 * @param failed only those who were not let in, whatever the reason; false: only the others; any when absent
 * @param way one of these; any when absent
 * @param from first day, in the district; {@code to}: last day
 * @param sort {@code at,asc} or {@code at,desc}; latest first when absent
 */
record SignInFilter(
        @Nullable @Size(max = 200) String username,
        @Nullable @Size(max = 50) String name,
        @Nullable List<SignInResult> result,
        @Nullable Boolean failed,
        @Nullable List<SignInWay> way,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, String> SORTABLE = Map.of("at", "occurred_at");

    /**
     * As SQL.
     *
     * @param indexOf by which what was typed is found
     * @throws cn.zhengqi.kernel.ProblemException VALIDATION_FAILED for an order that there is not
     */
    OperationFilter.Condition condition(UnaryOperator<String> indexOf) {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        String order = order();
        if (username != null && !username.isBlank()) {
            parts.add("typed_index = ?");
            parameters.add(indexOf.apply(username.strip()));
        }
        OperationFilter.named("account_name", "account_id", name, parts, parameters);
        oneOf("result", result, parts, parameters);
        if (failed != null) {
            oneOf("result", failures(failed), parts, parameters);
        }
        oneOf("way", way, parts, parameters);
        if (from != null) {
            parts.add("occurred_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            parts.add("occurred_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        return new OperationFilter.Condition(
                parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters, order);
    }

    /** As it goes on record, where no phone number stands. */
    SignInFilter covered() {
        return username == null
                ? this
                : new SignInFilter(Typed.covered(username.strip()), name, result, failed, way, from, to, sort);
    }

    /** As people read it beside what was taken out by it. */
    String inWords() {
        return Conditions.inWords(
                Conditions.of("登录名", username),
                Conditions.of("姓名", name),
                Conditions.of("结果", labels(result, SignInResult::label)),
                Conditions.of("成败", failed == null ? null : failed ? "失败（任何原因）" : "其他"),
                Conditions.of("登录方式", labels(way, SignInWay::label)),
                Conditions.days(from, to));
    }

    private static List<SignInResult> failures(boolean failed) {
        return Arrays.stream(SignInResult.values())
                .filter(it -> it.failed() == failed)
                .toList();
    }

    private static <T> @Nullable String labels(@Nullable List<T> chosen, Function<T, String> label) {
        return chosen == null ? null : chosen.stream().map(label).collect(Collectors.joining("、"));
    }

    private String order() {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String direction = asked != null && asked.ascending() ? " asc" : " desc";
        return " order by occurred_at" + direction + ", seq" + direction;
    }

    private static void oneOf(
            String column, @Nullable List<? extends Enum<?>> wanted, List<String> parts, List<Object> parameters) {
        if (wanted != null && !wanted.isEmpty()) {
            parts.add(column + " = any(?)");
            parameters.add(wanted.stream().map(Enum::name).toArray(String[]::new));
        }
    }
}
