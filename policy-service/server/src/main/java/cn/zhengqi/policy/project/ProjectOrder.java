package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what the console orders its projects, of declaration and of redemption alike; the newest come first where nobody says. */
public enum ProjectOrder {
    CREATED_AT,
    OPENS_ON,
    CLOSES_ON,
    TITLE;

    /** End of a script whose {@code q} has an {@code order} and says whether it is {@code ascending}. */
    public static final String SQL = """
            order by
            <choose>
                <when test="q.order.name() == 'OPENS_ON'">opens_on</when>
                <when test="q.order.name() == 'CLOSES_ON'">closes_on</when>
                <when test="q.order.name() == 'TITLE'">title</when>
                <otherwise>created_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, id
            """;

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    public static Sort<ProjectOrder> asked(@Nullable String sort) {
        Sort<ProjectOrder> asked = Sort.parse(sort, Map.of("opensOn", OPENS_ON, "closesOn", CLOSES_ON, "title", TITLE));
        return asked == null ? new Sort<>(CREATED_AT, false) : asked;
    }
}
