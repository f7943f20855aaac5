package cn.zhengqi.policy.project;

/** Which projects are meant, of declaration and of redemption alike: their tables call these columns the same. */
public final class ProjectConditions {

    /** In a script whose {@code q} says what the console looks for. */
    public static final String MANAGED = """
            institution_id in
                <foreach collection="q.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="q.status != null">and status = #{q.status}</if>
            <if test="q.policyId != null">and policy_id = #{q.policyId}</if>
            <if test="q.closing != null">
                and status = 'OPEN' and opens_on &lt;= #{q.closing.today} and closes_on between #{q.closing.today} and #{q.closing.until}
            </if>
            <if test="q.pattern != null">and (title || ' ' || policy_title) ilike #{q.pattern}</if>
            """;

    /** In a script with a {@code day}, a {@code policyId} and a {@code pattern}: of a policy that was withdrawn, or is over, nothing is taken any more. */
    public static final String SHOWN = """
            status = 'OPEN'
            and exists (select from policy_edition e where e.policy_id = project.policy_id and e.publication = 'PUBLISHED'
                and status_on(#{day}, e.effective_from, e.valid_to, e.superseded_by) in ('EFFECTIVE', 'UPCOMING'))
            <if test="policyId != null">and policy_id = #{policyId}</if>
            <if test="pattern != null">and (title || ' ' || policy_title) ilike #{pattern}</if>
            """;

    /** Those that take something on the {@code day} come first, the soonest over of them first. */
    public static final String SOONEST_OVER = """
            order by case when closes_on &lt; #{day} then 2 when opens_on &gt; #{day} then 1 else 0 end, closes_on, id
            """;

    private ProjectConditions() {}
}
