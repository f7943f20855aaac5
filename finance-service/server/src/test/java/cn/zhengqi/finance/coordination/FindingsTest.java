package cn.zhengqi.finance.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.JudicialRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an enterprise stands with criteria: what data says, and what a person adds. */
class FindingsTest {

    private static final Criterion LAWFUL = new Criterion(
            "LAWFUL", "合规经营", "依法登记", List.of(CriterionFact.REGISTER_ACTIVE, CriterionFact.NO_MAJOR_VIOLATION));
    private static final Criterion CREDIT =
            new Criterion("CREDIT", "信用状况良好", "无被执行", List.of(CriterionFact.NO_ENFORCEMENT));
    private static final Criterion NEED = new Criterion("REAL_NEED", "真实融资需求", "与经营相符", List.of());
    private static final CriteriaContent CRITERIA = CriteriaContent.of(List.of(LAWFUL, CREDIT, NEED));

    @Test
    void what_all_its_facts_say_is_met_without_a_person() {
        Findings found = Findings.byData(CRITERIA, evidence(EnterpriseStatus.ACTIVE, true));

        assertThat(of(found, "LAWFUL").standing()).isEqualTo(Standing.MET);
        assertThat(of(found, "LAWFUL").byData()).isTrue();
        assertThat(of(found, "LAWFUL").reason()).contains("存续").contains("未列异常名录");
        assertThat(of(found, "CREDIT").standing())
                .as("that the register has no record proves nothing")
                .isEqualTo(Standing.UNKNOWN);
        assertThat(of(found, "REAL_NEED").standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(found.allMet()).isFalse();
        assertThat(found.lacking()).isEqualTo("信用状况良好（待核查）、真实融资需求（待核查）");
    }

    @Test
    void one_fact_against_it_decides() {
        Finding revoked = of(Findings.byData(CRITERIA, evidence(EnterpriseStatus.REVOKED, true)), "LAWFUL");

        assertThat(revoked.standing()).isEqualTo(Standing.NOT_MET);
        assertThat(revoked.reason()).contains("吊销").doesNotContain("异常名录");
        Finding enforced = of(
                Findings.byData(
                        CRITERIA,
                        evidence(
                                EnterpriseStatus.ACTIVE,
                                true,
                                new JudicialRecord("被执行信息", "执行案", LocalDate.of(2026, 1, 1)))),
                "CREDIT");
        assertThat(enforced.standing())
                .as("it may be settled long since: a person looks")
                .isEqualTo(Standing.UNKNOWN);
        assertThat(enforced.reason()).contains("1 条");
    }

    @Test
    void the_enterprises_own_good_word_is_no_proof_and_its_bad_one_is() {
        Finding boasted =
                of(Findings.byData(CRITERIA, evidence(EnterpriseStatus.ACTIVE, true, FactSource.SELF)), "LAWFUL");
        assertThat(boasted.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(boasted.reason()).contains("企业自报");
        assertThat(of(Findings.byData(CRITERIA, evidence(EnterpriseStatus.ACTIVE, false, FactSource.SELF)), "LAWFUL")
                        .standing())
                .isEqualTo(Standing.NOT_MET);
    }

    @Test
    void what_data_does_not_know_a_person_says() {
        Findings open = Findings.byData(CRITERIA, evidence(EnterpriseStatus.ACTIVE, null));
        assertThat(of(open, "LAWFUL").standing()).isEqualTo(Standing.UNKNOWN);

        Findings found = open.with(List.of(
                new Findings.Said("LAWFUL", true, "现场查询信用公示系统，未列入"),
                new Findings.Said("CREDIT", true, "已查询执行信息公开网"),
                new Findings.Said("REAL_NEED", true, "看过订单")));

        assertThat(found.allMet()).isTrue();
        assertThat(of(found, "LAWFUL").reason()).isEqualTo("现场查询信用公示系统，未列入");
        assertThat(of(found, "LAWFUL").byData()).isFalse();
    }

    @Test
    void nobody_says_otherwise_than_data() {
        Findings found = Findings.byData(CRITERIA, evidence(EnterpriseStatus.CANCELLED, true));

        assertThatThrownBy(() -> found.with(List.of(new Findings.Said("LAWFUL", true, "我看可以"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.code()).isEqualTo(FinanceProblem.CRITERIA_KNOWN_BY_DATA));
    }

    @Test
    void a_criterion_that_there_is_not_is_refused() {
        Findings found = Findings.byData(CRITERIA, evidence(EnterpriseStatus.ACTIVE, true));

        assertThatThrownBy(() -> found.with(List.of(new Findings.Said("GONE", true, "早已删去"))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void two_criteria_are_never_the_same() {
        assertThatThrownBy(() -> CriteriaContent.of(List.of(NEED, NEED))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(
                        () -> CriteriaContent.of(List.of(NEED, new Criterion("OTHER", NEED.name(), "同名", List.of()))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_case_goes_on_only_as_its_state_says() {
        for (CaseStatus from : CaseStatus.values()) {
            for (CaseStatus to : CaseStatus.values()) {
                if (from.next().contains(to)) {
                    assertThat(from.to(to, "办理")).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.to(to, "办理"))
                            .isInstanceOfSatisfying(
                                    ProblemException.class,
                                    it -> assertThat(it.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
                }
            }
        }
        assertThat(CaseStatus.REJECTED.next()).isEmpty();
        assertThat(CaseStatus.WITHDRAWN.next()).isEmpty();
    }

    private static Finding of(Findings found, String code) {
        return found.items().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Evidence evidence(EnterpriseStatus status, Boolean noViolation, JudicialRecord... judicial) {
        return evidence(status, noViolation, FactSource.REGISTER, judicial);
    }

    private static Evidence evidence(
            EnterpriseStatus status, Boolean noViolation, FactSource source, JudicialRecord... judicial) {
        EnterpriseRecord register = new EnterpriseRecord(
                Ids.next(),
                "91500113MAX5XQ4WX4",
                "示例企业",
                "企业",
                "周敏",
                new BigDecimal("500"),
                LocalDate.parse("2019-04-01"),
                "C3393",
                "锻件制造",
                "500113001",
                "示例街道",
                "500113",
                "示例路 8 号",
                status,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(judicial));
        return new Evidence(
                register,
                new InternalStandings.Facts(
                        noViolation == null
                                ? List.of()
                                : List.of(new InternalStandings.Fact(
                                        "noMajorViolation2y",
                                        "上一年及当年无重大违法失信、未列异常名录",
                                        null,
                                        FactKind.BOOLEAN,
                                        noViolation,
                                        null,
                                        source,
                                        null))));
    }
}
