package cn.zhengqi.finance.coordination;

import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the platform knows of an enterprise that can decide a criterion. Names stand in stored editions. */
public enum CriterionFact {
    /** By the register of the market authority. */
    REGISTER_ACTIVE("登记状态为存续") {
        @Override
        Told of(EnterpriseRecord register, InternalStandings.Facts profile) {
            return new Told(
                    register.status() == EnterpriseStatus.ACTIVE ? Standing.MET : Standing.NOT_MET,
                    "登记状态为“" + register.status().label() + "”");
        }
    },
    /** By the profile. */
    NO_MAJOR_VIOLATION("上一年及当年无重大违法失信、未列异常名录") {
        @Override
        Told of(EnterpriseRecord register, InternalStandings.Facts profile) {
            return profiled(
                    profile, "noMajorViolation2y", "画像中“上一年及当年无重大违法失信、未列异常名录”为是", "画像中“上一年及当年无重大违法失信、未列异常名录”为否");
        }
    },
    /** By the profile. */
    NO_WAGE_ARREARS("无拖欠工资、欠缴社保") {
        @Override
        Told of(EnterpriseRecord register, InternalStandings.Facts profile) {
            return profiled(profile, "noWageArrears", "画像中“无拖欠工资、欠缴社保”为是", "画像中“无拖欠工资、欠缴社保”为否");
        }
    },
    /** By the judicial records of the register. */
    NO_ENFORCEMENT("无被执行信息") {
        @Override
        Told of(EnterpriseRecord register, InternalStandings.Facts profile) {
            Predicate<String> enforced = kind -> kind.contains("被执行");
            long records = register.judicial().stream()
                    .filter(it -> enforced.test(it.kind()))
                    .count();
            // What the register does not have proves nothing, and what it has may be settled long since: a person
            // looks.
            return new Told(
                    Standing.UNKNOWN, records == 0 ? "登记信息中没有被执行信息，请核查" : "登记信息中有 " + records + " 条被执行信息，请核查是否已履行");
        }
    };

    private final String label;

    CriterionFact(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What data says of it, and why. */
    record Told(Standing standing, String reason) {}

    abstract Told of(EnterpriseRecord register, InternalStandings.Facts profile);

    private static Told profiled(InternalStandings.Facts profile, String fact, String met, String not) {
        return profile.facts().stream()
                .filter(it -> it.name().equals(fact))
                .findFirst()
                .map(it -> Boolean.TRUE.equals(it.value()) ? byWord(it.source(), met) : new Told(Standing.NOT_MET, not))
                .orElse(new Told(Standing.UNKNOWN, "画像中没有“" + labelOf(fact) + "”"));
    }

    /** The enterprise's own good word is no proof; its own bad one is. */
    private static Told byWord(@Nullable FactSource source, String met) {
        return source == null || source == FactSource.SELF || source == FactSource.DEMO
                ? new Told(Standing.UNKNOWN, met + "（企业自报，请核查）")
                : new Told(Standing.MET, met);
    }

    private static String labelOf(String fact) {
        return fact.equals("noWageArrears") ? NO_WAGE_ARREARS.label : NO_MAJOR_VIOLATION.label;
    }
}
