package cn.zhengqi.message.audience;

import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.finance.api.applicant.InternalApplicants;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.matching.api.tag.EnterpriseSize;
import cn.zhengqi.matching.api.tag.InternalTags;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an operator means: people who get in, for whom all of this holds; an empty list asks nothing. What is not asked of the target does not count.
 *
 * @param userTypes what the account is, asked of accounts and of people of institutions
 * @param adminsOnly those who administer the enterprise
 * @param towns codes of the towns in which the enterprise lies
 * @param industries sections of GB/T 4754, as C
 * @param certified whether the enterprise holds a code; who registered for one and belongs to none yet is not certified
 * @param enterprises these and no others
 * @param institutions these and no others
 * @param tags enterprises that have any of these; absent in what was written before there was the choice, as are sizes
 * @param sizes enterprises of any of these
 * @param banks enterprises that applied for a loan to any of these, or at one of these branches; absent in what was written before there was the choice
 * @param applications how they stand there; absent: they applied at any time
 */
public record Conditions(
        @NotNull(message = "请选择接收范围") Target target,

        @Size(max = 10, message = "账号类型最多 10 个") List<@NotNull(message = "账号类型不能为空") UserType> userTypes,

        boolean adminsOnly,

        @Size(max = 50, message = "镇街最多 50 个")
        List<@NotBlank(message = "镇街不能为空") @Size(max = 20, message = "镇街编码不正确") String> towns,

        @Size(max = 20, message = "行业最多 20 个")
        List<@NotNull(message = "行业不能为空") @Pattern(regexp = "[A-T]", message = "行业应为国民经济行业门类") String> industries,

        @Nullable Boolean certified,

        @Size(max = 200, message = "指定企业最多 200 家") List<@NotNull(message = "企业不能为空") UUID> enterprises,

        @Size(max = 200, message = "指定机构最多 200 家") List<@NotNull(message = "机构不能为空") UUID> institutions,

        @Size(max = InternalTags.MOST_TAGS, message = "标签最多 20 个")
        List<@NotNull(message = "标签不能为空") UUID> tags,

        @Size(max = 4, message = "规模最多 4 种") List<@NotNull(message = "规模不能为空") EnterpriseSize> sizes,

        @Size(max = InternalApplicants.MOST_BANKS, message = "金融机构最多 20 家")
        List<@NotNull(message = "金融机构不能为空") UUID> banks,

        @Nullable ApplicantStanding applications) {

    /** Where nobody's applications matter. */
    public Conditions(
            Target target,
            List<UserType> userTypes,
            boolean adminsOnly,
            List<String> towns,
            List<String> industries,
            @Nullable Boolean certified,
            List<UUID> enterprises,
            List<UUID> institutions,
            List<UUID> tags,
            List<EnterpriseSize> sizes) {
        this(
                target,
                userTypes,
                adminsOnly,
                towns,
                industries,
                certified,
                enterprises,
                institutions,
                tags,
                sizes,
                List.of(),
                null);
    }

    /** Of whom the conditions speak. */
    public enum Target {
        ACCOUNTS("全部账号"),
        ENTERPRISES("企业用户"),
        INSTITUTIONS("机构人员");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Conditions {
        userTypes = listed(userTypes);
        towns = listed(towns);
        industries = listed(industries);
        enterprises = listed(enterprises);
        institutions = listed(institutions);
        tags = listed(tags);
        sizes = listed(sizes);
        banks = listed(banks);
    }

    /** Left as it came, with what is absent in it, for the check to name. */
    private static <T> List<T> listed(@Nullable List<T> some) {
        return some == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(some));
    }

    /** The same, of enterprises in these towns. */
    public Conditions ofTowns(List<String> some) {
        return new Conditions(
                target,
                userTypes,
                adminsOnly,
                some,
                industries,
                certified,
                enterprises,
                institutions,
                tags,
                sizes,
                banks,
                applications);
    }

    /** The same, of enterprises that applied to these. */
    public Conditions ofBanks(List<UUID> some) {
        return new Conditions(
                target,
                userTypes,
                adminsOnly,
                towns,
                industries,
                certified,
                enterprises,
                institutions,
                tags,
                sizes,
                some,
                applications);
    }

    /** The same, of people of these institutions. */
    public Conditions ofInstitutions(List<UUID> some) {
        return new Conditions(
                target,
                userTypes,
                adminsOnly,
                towns,
                industries,
                certified,
                enterprises,
                some,
                tags,
                sizes,
                banks,
                applications);
    }

    /** Whether it rests on what matching-service alone knows of enterprises. */
    public boolean asksForHolders() {
        return target == Target.ENTERPRISES && !(tags.isEmpty() && sizes.isEmpty());
    }

    /** Whether it rests on what finance-service alone knows of them. */
    public boolean asksForApplicants() {
        return target == Target.ENTERPRISES && !banks.isEmpty();
    }

    /** Whether others have to be asked whom it means. */
    public boolean asksOthers() {
        return asksForHolders() || asksForApplicants();
    }

    /**
     * A query with its parameters in order.
     *
     * @param sql selects ids of accounts, or of enterprises, each once
     */
    public record Query(String sql, List<Object> parameters) {}

    /** Enterprises that fulfil what is asked of them here. */
    Query candidates() {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select e.id from enterprise e where true");
        ofEnterprise(sql, parameters);
        return new Query(sql.toString(), parameters);
    }

    /** @param found for whom holds what only others know; null: nothing of it is asked */
    Query query(@Nullable Collection<UUID> found) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("""
                select a.account_id from account a
                where a.enabled and a.user_type is not null
                  and not exists (select from closed_account c where c.account_id = a.account_id)""");
        if (target != Target.ENTERPRISES) {
            anyOf("a.user_type", userTypes.stream().map(Enum::name).toArray(String[]::new), sql, parameters);
        }
        switch (target) {
            case ACCOUNTS -> {}
            case ENTERPRISES -> {
                sql.append("""

                          and (exists (select from member m join enterprise e on e.id = m.enterprise_id
                            where m.account_id = a.account_id and m.belongs""");
                if (adminsOnly) {
                    sql.append(" and m.role = 'ENTERPRISE_ADMIN'");
                }
                ofEnterprise(sql, parameters);
                if (found != null) {
                    sql.append(" and e.id = any(?)");
                    parameters.add(found.toArray(UUID[]::new));
                }
                sql.append(")");
                if (meansThoseWithoutEnterprise()) {
                    sql.append("""

                              or a.user_type = 'ENTERPRISE' and not exists (select from member m
                                where m.account_id = a.account_id and m.belongs and m.enterprise_id is not null)""");
                }
                sql.append(")");
            }
            case INSTITUTIONS -> {
                sql.append("""

                          and exists (select from member m
                            where m.account_id = a.account_id and m.belongs and m.institution_id is not null""");
                anyOf("m.institution_id", institutions.toArray(UUID[]::new), sql, parameters);
                sql.append(")");
            }
        }
        return new Query(sql.toString(), parameters);
    }

    /** Who registered for an enterprise and has claimed none yet holds no code; whatever else is asked of an enterprise, theirs is not. */
    private boolean meansThoseWithoutEnterprise() {
        return !Boolean.TRUE.equals(certified)
                && !adminsOnly
                && towns.isEmpty()
                && industries.isEmpty()
                && enterprises.isEmpty()
                && !asksOthers();
    }

    private void ofEnterprise(StringBuilder sql, List<Object> parameters) {
        anyOf("e.town_code", towns.toArray(String[]::new), sql, parameters);
        anyOf("left(e.industry_code, 1)", industries.toArray(String[]::new), sql, parameters);
        anyOf("e.id", enterprises.toArray(UUID[]::new), sql, parameters);
        if (certified != null) {
            sql.append(certified ? " and " : " and not ")
                    .append("exists (select from code_standing s where s.enterprise_id = e.id and s.in_force)");
        }
    }

    private static void anyOf(String column, Object[] values, StringBuilder sql, List<Object> parameters) {
        if (values.length > 0) {
            sql.append(" and ").append(column).append(" = any(?)");
            parameters.add(values);
        }
    }
}
