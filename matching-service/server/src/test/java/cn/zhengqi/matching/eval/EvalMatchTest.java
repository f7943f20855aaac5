package cn.zhengqi.matching.eval;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.reference.ReferenceRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalMatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EvalMatch EVAL = new EvalMatch();
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);

    static Stream<JsonNode> examples() throws IOException {
        try (InputStream in = EvalMatchTest.class.getResourceAsStream("/reference/match_profiles.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(JSON::readTree).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_outcome_worked_out_by_hand_is_found(JsonNode example) {
        JsonNode answer = answer(example.toString());

        assertThat(answer.path("size").asString())
                .isEqualTo(example.path("expectedSize").asString());
        assertThat(answer.path("outcomes").size()).isEqualTo(49);
        example.path("expected").propertyStream().forEach(expected -> {
            assertThat(answer.path("outcomes").path(expected.getKey()).asString())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue().asString());
        });
    }

    private static JsonNode answer(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EVAL.run(List.of(line), stream(out), stream(new ByteArrayOutputStream()));
        return JSON.readTree(out.toByteArray());
    }

    private static Map<String, String> outcomesIn(String line) {
        return JSON.treeToValue(answer(line).path("outcomes"), new TypeReference<>() {});
    }

    @Test
    void a_file_without_profiles_says_so() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(EVAL.run(List.of("", "  "), stream(out), stream(err))).isTrue();

        assertThat(out.size()).isZero();
        assertThat(err).hasToString("there is no profile to judge\n");
    }

    @Test
    void one_line_is_printed_for_each_profile_with_all_policies() throws IOException {
        List<String> lines = examples().map(JsonNode::toString).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean allRead = EVAL.run(lines, stream(out), stream(new ByteArrayOutputStream()));

        List<String> printed = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(allRead).isTrue();
        assertThat(printed).hasSize(3);
        JsonNode first = JSON.readTree(printed.getFirst());
        assertThat(first.propertyNames()).containsExactly("id", "asOf", "size", "outcomes");
        assertThat(first.path("id").asString()).isEqualTo("E01");
        assertThat(first.path("asOf").asString()).isEqualTo("2026-03-15");
        assertThat(first.path("outcomes").propertyNames())
                .containsExactlyElementsOf(ReferenceRules.policies().stream()
                        .map(rule -> rule.id())
                        .toList());
    }

    /** Dates of foundation are held against calendars, whose library has something to log. */
    @Test
    void nothing_but_outcomes_is_on_standard_output(@TempDir Path folder) throws IOException, InterruptedException {
        Path profiles = Files.writeString(
                folder.resolve("profiles.jsonl"),
                "{\"id\":\"x\",\"asOf\":\"2026-03-15\",\"profile\":{\"established\":\"2026-03-16\",\"staff\":20}}\n");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EvalMatch.class.getName(),
                        profiles.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        List<String> printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(command.waitFor()).isZero();
        assertThat(printed).hasSize(1);
        assertThat(JSON.readTree(printed.getFirst()).path("id").asString()).isEqualTo("x");
    }

    @Test
    void a_line_that_cannot_be_read_is_reported_and_the_others_are_answered() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        boolean allRead = EVAL.run(
                List.of("not json", "null", "", "{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{}}"),
                stream(out),
                stream(err));

        assertThat(allRead).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"A\"").hasLineCount(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 1", "line 2");
    }

    @Test
    void an_absurd_figure_is_reported_and_treated_as_unknown() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        EVAL.run(
                List.of("{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{\"taxableIncome\":15,\"employees\":-3}}"),
                stream(out),
                stream(err));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("A: employees")
                .contains("，按未知处理");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"N13\":\"unknown\"");
    }

    @ParameterizedTest
    @CsvSource({"industryCode, '\"ABC\"'", "industryCode, 6513", "industryCode, '\"<script>\"'", "regionCode, 500113"})
    void what_is_no_code_is_reported_and_decides_nothing(String fact, String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        EVAL.run(
                List.of("{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{\"%s\":%s}}".formatted(fact, value)),
                stream(out),
                stream(err));

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("A: " + fact).contains("，按未知处理");
        assertThat(JSON.readTree(out.toByteArray()).path("outcomes"))
                .isEqualTo(answer("{\"asOf\":\"2026-03-15\",\"profile\":{}}").path("outcomes"));
    }

    @ParameterizedTest
    @CsvSource({
        "entityType, 事业单位",
        "entityType, 企业法人",
        "vatType, 一般",
        "taxCreditRating, a",
        "industryTag, 人工智能",
        "ownership, ' '"
    })
    void a_choice_that_is_not_on_the_list_is_reported_and_decides_nothing(String fact, String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        EVAL.run(
                List.of("{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{\"%s\":\"%s\"}}".formatted(fact, value)),
                stream(out),
                stream(err));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("A: " + fact + ": ")
                .contains("，按未知处理")
                .hasLineCount(1);
        assertThat(JSON.readTree(out.toByteArray()).path("outcomes"))
                .isEqualTo(answer("{\"asOf\":\"2026-03-15\",\"profile\":{}}").path("outcomes"));
    }

    @Test
    void of_several_choices_the_one_that_is_not_on_the_list_is_reported_and_the_others_count() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String profile = "{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{\"quals\":[\"高新技术企业\"%s]}}";

        EVAL.run(List.of(profile.formatted(",\"高企\"")), stream(out), stream(err));

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("持有的资质没有“高企”").doesNotContain("按未知处理");
        assertThat(JSON.readTree(out.toByteArray()).path("outcomes"))
                .isEqualTo(answer(profile.formatted("")).path("outcomes"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-16", "1899-12-31"})
    void a_founding_that_has_not_come_or_cannot_be_is_reported_and_decides_nothing(String day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        EVAL.run(
                List.of("{\"id\":\"A\",\"asOf\":\"2026-03-15\",\"profile\":{\"established\":\"%s\"}}".formatted(day)),
                stream(out),
                stream(err));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("A: established: 成立日期应在 1900 年之后且不晚于 2026年3月15日，按未知处理");
        assertThat(JSON.readTree(out.toByteArray()).path("outcomes"))
                .isEqualTo(answer("{\"asOf\":\"2026-03-15\",\"profile\":{}}").path("outcomes"));
    }

    /** Dates are held against calendars, whose library had something to log. */
    @Test
    void nothing_is_on_the_error_stream_but_what_is_wrong_with_the_profiles(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path profiles = Files.writeString(
                folder.resolve("profiles.jsonl"),
                "{\"id\":\"x\",\"asOf\":\"2026-03-15\",\"profile\":{\"established\":\"2026-03-16\",\"staff\":20}}\n");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EvalMatch.class.getName(),
                        profiles.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        List<String> told = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(command.waitFor()).isZero();
        assertThat(told).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("x: "));
    }

    @Test
    void nothing_known_decides_only_what_has_not_begun() {
        Map<String, String> outcomes = outcomes();

        assertThat(outcomes).containsEntry("N06", "ineligible");
        outcomes.remove("N06");
        assertThat(outcomes.values()).containsOnly("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"A\",\"asOf\":\"2026-02-30\",\"profile\":{}}|line 1: asOf is not a day like 2026-03-15: 2026-02-30",
                "{\"id\":\"A\",\"asOf\":20260315,\"profile\":{}}|line 1: asOf is not a day like 2026-03-15: 20260315",
                "{\"id\":\"A\",\"profile\":[]}|line 1: profile is not an object of facts",
                "{\"id\":\"A\"|line 1 is not one JSON object",
                "[1]|line 1 is not one JSON object",
                "{} {}|line 1 is not one JSON object"
            })
    void what_is_wrong_with_a_line_is_said_in_plain_words(String line, String told) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(EVAL.run(List.of(line), stream(out), stream(err))).isFalse();

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(told);
    }

    @Nested
    class Bands {

        @ParameterizedTest
        @CsvSource({
            "5000,250,eligible", "5000,249.9,ineligible",
            "5000.01,200.01,eligible", "5000.01,200,ineligible",
            "20000,800,eligible", "20000,799,ineligible",
            "20000.01,600.01,eligible", "20000.01,600,ineligible",
        })
        void high_tech_research_share_by_last_years_revenue(double revenue, double research, String expected) {
            Object[] rest = {
                "entityType",
                "企业",
                "established",
                "2010-01-01",
                "coreIp",
                1,
                "hiTechField",
                true,
                "rdStaff",
                10,
                "employees",
                100,
                "domesticRdRatio",
                60,
                "hiTechIncomeRatio",
                60,
                "innovationScore",
                70.1,
                "noMajorViolation1y",
                true,
                "revenue",
                List.of(revenue),
                "rdExpense",
                List.of(research)
            };

            assertThat(outcomes(rest)).containsEntry("N01", expected);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    "4999.99,8000,3000,50,0,eligible",
                    "4999.99,7999,3000,50,100,ineligible",
                    "4999.99,8000,2999,50,100,ineligible",
                    "4999.99,8000,3000,49,100,ineligible",
                    "5000,0,300,1,6,eligible",
                    "5000,9000,3000,60,5.9,ineligible",
                    "9999.99,0,300,1,6,eligible",
                    "10000,0,300,1,3,eligible",
                    "10000,0,300,1,2.9,ineligible",
                })
        void little_giant_research_by_revenue(
                double revenue, double equity, double research, double staff, double olderShare, String expected) {
            double newest = revenue < 5000 ? research : revenue < 10000 ? revenue * 0.06 : revenue * 0.03;
            double[] shares = {newest, olderShare / 100 * 10000};
            Object[] profile = {
                "entityType",
                "企业",
                "quals",
                List.of("专精特新中小企业"),
                "nicheYears",
                3,
                "mainRevenueRatio",
                70,
                "mainGrowth",
                List.of(4, 6),
                "liabilities",
                70,
                "totalAssets",
                100,
                "marketShareNational",
                10,
                "ownBrand",
                true,
                "class1IpMainProduct",
                2,
                "rdInstitution",
                true,
                "equityFinancing2y",
                equity,
                "rdStaff",
                staff,
                "employees",
                100,
                "revenue",
                List.of(revenue, 10000),
                "rdExpense",
                List.of(shares[0], shares[1])
            };

            assertThat(outcomes(profile)).containsEntry("N05", expected);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    "30,20,eligible", "30,20.1,ineligible", "31,20,ineligible", "31,5.5,eligible", "31,5.6,ineligible",
                    "0,0,eligible", "?,5.5,eligible", "?,20.1,ineligible", "?,10,unknown", "45,?,unknown",
                })
        void layoff_limit_by_insured_headcount(Integer insured, Double rate, String expected) {
            assertThat(outcomes("unemploymentInsuranceMonths", 12, "insured", insured, "layoffRate", rate))
                    .containsEntry("N33", expected);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    "100,10,eligible",
                    "100,9.9,ineligible",
                    "101,5,eligible",
                    "101,4.9,ineligible",
                })
        void new_hires_by_headcount(Integer employees, Double ratio, String expected) {
            assertThat(outcomes(
                            "industryCode",
                            "C3484",
                            "revenue",
                            List.of(500),
                            "employees",
                            employees,
                            "newHireRatio1y",
                            ratio,
                            "noWageArrears",
                            true))
                    .containsEntry("N36", expected);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    "个体工商户,3,0,na",
                    "企业,30,?,eligible",
                    "企业,31,?,eligible",
                    "企业,280,3,eligible",
                    "企业,280,2,eligible",
                    "企业,?,?,eligible",
                    "?,280,3,unknown",
                })
        void the_three_tiers_of_the_disabled_fund_cover_every_enterprise(
                String entity, Integer employees, Integer disabled, String expected) {
            assertThat(outcomes("entityType", entity, "employees", employees, "disabledCount", disabled))
                    .containsEntry("N28", expected);
        }
    }

    @Nested
    class Scores {

        private Object[] kjx(Object... more) {
            Object[] base = {
                "residentEnterprise",
                true,
                "employees",
                100,
                "totalAssets",
                1000,
                "restrictedIndustry",
                false,
                "noMajorViolation2y",
                true,
                "quals",
                List.of(),
                "revenue",
                List.of(1000)
            };
            return joined(base, more);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    // staff, research, class I, class II: 4+50+6 … 8+20+30 …
                    "10,60,0,1,eligible",
                    "10,59,0,1,ineligible",
                    "15,20,1,0,ineligible",
                    "20,20,1,0,ineligible",
                    "20,30,1,0,eligible",
                    "30,20,1,0,eligible",
                    "25,20,1,0,ineligible",
                    "25,30,0,4,eligible",
                    "9,60,5,5,ineligible",
                    "9,60,?,?,ineligible",
                    "0,0,0,0,ineligible",
                    "?,60,1,0,unknown",
                    "30,?,0,0,unknown",
                    "30,?,1,0,unknown",
                    "10,?,?,?,unknown",
                    "30,60,?,?,eligible",
                    "10,60,0,?,unknown",
                    "10,50,0,?,unknown",
                    "10,40,0,?,ineligible",
                    "10,40,0,3,ineligible",
                    "10,60,?,3,eligible",
                })
        void technology_sme_by_its_table(
                Double staff, Double research, Integer class1, Integer class2, String expected) {
            Object[] profile = kjx(
                    "rdStaff",
                    staff,
                    "rdExpense",
                    research == null ? null : List.of(research),
                    "class1Ip",
                    class1,
                    "class2Ip",
                    class2);

            assertThat(outcomes(profile)).containsEntry("N02", expected);
        }

        @Test
        void a_high_tech_certificate_stands_for_the_technology_smes_score_but_for_nothing_else() {
            Object[] held = kjx("rdStaff", 0, "rdExpense", List.of(0), "class1Ip", 0, "class2Ip", 0);
            Map<String, Object> profile = profile(held);
            profile.put("quals", List.of("高新技术企业"));
            assertThat(EVAL.outcomes("A", AS_OF, profile).outcomes()).containsEntry("N02", "eligible");
            profile.put("employees", 501);
            assertThat(EVAL.outcomes("A", AS_OF, profile).outcomes()).containsEntry("N02", "ineligible");
        }

        @Test
        void an_enterprise_may_choose_to_be_scored_by_cost() {
            Object[] byCost = kjx(
                    "rdStaff",
                    10,
                    "rdExpense",
                    List.of(20),
                    "class1Ip",
                    1,
                    "class2Ip",
                    0,
                    "costExpense",
                    60,
                    "kjxRdIndicator",
                    "占成本费用");
            Object[] byRevenue = kjx("rdStaff", 10, "rdExpense", List.of(20), "class1Ip", 1, "class2Ip", 0);

            assertThat(outcomes(byCost)).containsEntry("N02", "eligible");
            assertThat(outcomes(byRevenue)).containsEntry("N02", "ineligible");
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {
                    // class I, class II, research %, growth %, debt %, main %; groups need 20, 15, 15 and all 60
                    "1,0,3,15,55,70,eligible",
                    "0,1,3,15,55,70,eligible",
                    "0,1,2.9,15,55,70,ineligible",
                    "0,0,5,15,55,70,eligible",
                    "1,0,5,9,76,70,ineligible",
                    "1,0,5,10,76,70,eligible",
                    "1,0,5,5,75,70,eligible",
                    "1,0,5,-1,55,70,ineligible",
                    "1,0,5,15,55,49,ineligible",
                    "1,0,5,15,55,50,unknown",
                    "1,0,5,15,55,55,eligible",
                    "0,?,2,15,55,70,ineligible",
                    "0,?,3,15,55,70,unknown",
                    "?,?,?,15,55,49,ineligible",
                })
        void innovative_sme_by_its_table(
                Integer class1,
                Integer class2,
                Double research,
                Double growth,
                Double debt,
                Double main,
                String expected) {
            assertThat(outcomes(
                            "entityType",
                            "企业",
                            "industryCode",
                            "C3484",
                            "employees",
                            50,
                            "revenue",
                            List.of(1000),
                            "rdExpense",
                            research == null ? null : List.of(research * 10),
                            "class1Ip",
                            class1,
                            "class2Ip",
                            class2,
                            "mainGrowth",
                            Arrays.asList(growth, 1.0),
                            "liabilities",
                            debt,
                            "totalAssets",
                            100,
                            "mainRevenueRatio",
                            main,
                            "quals",
                            List.of(),
                            "provincialAwardTop3_3y",
                            false,
                            "equityFinancing2y",
                            0))
                    .containsEntry("N03", expected);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "?",
                value = {"70,ineligible", "70.01,eligible", "?,unknown"})
        void the_high_tech_pass_mark_is_strict(Double score, String expected) {
            assertThat(outcomes(
                            "entityType",
                            "企业",
                            "established",
                            "2010-01-01",
                            "coreIp",
                            1,
                            "hiTechField",
                            true,
                            "rdStaff",
                            10,
                            "employees",
                            100,
                            "domesticRdRatio",
                            60,
                            "hiTechIncomeRatio",
                            60,
                            "innovationScore",
                            score,
                            "noMajorViolation1y",
                            true,
                            "revenue",
                            List.of(1000),
                            "rdExpense",
                            List.of(50)))
                    .containsEntry("N01", expected);
        }
    }

    @Nested
    class IndividualBusinesses {

        private final Object[] figures = {
            "entityType",
            "个体工商户",
            "restrictedIndustry",
            false,
            "taxableIncome",
            15,
            "employees",
            6,
            "totalAssets",
            20,
            "auditTaxCollection",
            true,
            "industryCode",
            "C1810",
            "rdExpense",
            List.of(10),
            "regionCode",
            "500113",
            "encouragedIndustry",
            true,
            "encouragedIncomeRatio",
            90,
            "disabledCount",
            2,
            "quals",
            List.of("高新技术企业"),
            "hasLossCarry",
            true,
            "techTransferIncome",
            5,
            "basicResearchDonation",
            5,
            "industryTag",
            "集成电路",
            "equipmentUnitValue",
            5,
            "equipmentPurchasedAfter",
            "2025-01-01",
            "vatType",
            "一般纳税人"
        };

        @ParameterizedTest
        @CsvSource({"N11", "N12", "N13", "N18", "N19", "N22", "N23", "N25", "N27"})
        void pay_no_enterprise_income_tax_and_have_none_of_its_reliefs(String policy) {
            Object[] enterprise = figures.clone();
            enterprise[1] = "企业";
            Object[] unknown = figures.clone();
            unknown[1] = null;

            assertThat(outcomes(figures)).containsEntry(policy, "ineligible");
            assertThat(outcomes(enterprise)).containsEntry(policy, "eligible");
            assertThat(outcomes(unknown)).containsEntry(policy, "unknown");
        }

        @Test
        void have_the_reliefs_that_are_theirs() {
            assertThat(outcomes(figures)).containsEntry("N14", "eligible").containsEntry("N15", "eligible");
            assertThat(outcomes("entityType", "企业", "vatType", "一般纳税人", "taxableIncome", 900))
                    .containsEntry("N14", "ineligible")
                    .containsEntry("N15", "ineligible");
            assertThat(outcomes("vatType", "小规模纳税人")).containsEntry("N14", "eligible");
            assertThat(outcomes("vatType", "一般纳税人")).containsEntry("N14", "unknown");
        }
    }

    @Test
    void an_alternative_is_met_by_one_part_and_missed_only_by_all() {
        Object[] base = {
            "entityType",
            "企业",
            "industryCode",
            "I6513",
            "employees",
            45,
            "nicheYears",
            2,
            "rdExpense",
            List.of(100, 90),
            "revenue",
            List.of(999, 900)
        };

        assertThat(outcomes(joined(base, "equityFinancing2y", 2000, "zjtxScore", 60)))
                .containsEntry("N04", "eligible");
        assertThat(outcomes(joined(base, "equityFinancing2y", 1999, "zjtxScore", 60)))
                .containsEntry("N04", "ineligible");
        assertThat(outcomes(joined(base, "equityFinancing2y", 6000))).containsEntry("N04", "eligible");
        assertThat(outcomes(joined(base, "equityFinancing2y", 2000, "provincialAwardTop3_3y", false)))
                .containsEntry("N04", "unknown");
        assertThat(outcomes(
                        joined(base, "equityFinancing2y", 2000, "provincialAwardTop3_3y", false, "zjtxScore", 59.9)))
                .containsEntry("N04", "ineligible");
    }

    @Test
    void holding_a_qualification_does_not_answer_for_its_conditions() {
        assertThat(outcomes("quals", List.of("专精特新中小企业", "高新技术企业")))
                .containsEntry("N04", "unknown")
                .containsEntry("N01", "unknown");
    }

    @Test
    void the_day_of_the_match_chooses_the_edition() throws IOException {
        JsonNode example = examples().skip(1).findFirst().orElseThrow();
        String before = example.toString().replace("2026-03-15", "2026-03-31");
        String after = example.toString().replace("2026-03-15", "2026-04-01");

        assertThat(outcomesIn(before))
                .containsEntry("N03", "eligible")
                .containsEntry("N05", "eligible")
                .containsEntry("N06", "ineligible");
        assertThat(outcomesIn(after))
                .containsEntry("N03", "ineligible")
                .containsEntry("N05", "ineligible")
                .containsEntry("N06", "unknown");
    }

    @ParameterizedTest
    @CsvSource({"2025-03-15,eligible", "2025-03-16,ineligible"})
    void one_year_of_registration_is_365_days(String established, String expected) {
        assertThat(outcomes(
                        "entityType",
                        "企业",
                        "established",
                        established,
                        "coreIp",
                        1,
                        "hiTechField",
                        true,
                        "rdStaff",
                        10,
                        "employees",
                        100,
                        "domesticRdRatio",
                        60,
                        "hiTechIncomeRatio",
                        60,
                        "innovationScore",
                        80,
                        "noMajorViolation1y",
                        true,
                        "revenue",
                        List.of(1000),
                        "rdExpense",
                        List.of(50)))
                .containsEntry("N01", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "C1610,ineligible", "C1710,eligible", "H6210,ineligible", "F5211,ineligible", "K7020,ineligible",
        "L7211,ineligible", "R9011,ineligible", "R8810,eligible", "I6513,eligible", "E4710,eligible",
    })
    void the_negative_list_of_research_deduction(String industry, String expected) {
        assertThat(outcomes(
                        "entityType",
                        "企业",
                        "industryCode",
                        industry,
                        "auditTaxCollection",
                        true,
                        "rdExpense",
                        List.of(1)))
                .containsEntry("N11", expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "小规模纳税人,10,?,eligible",
                "小规模纳税人,10.01,3,eligible",
                "小规模纳税人,10.01,5,ineligible",
                "小规模纳税人,10.01,?,unknown",
                "小规模纳税人,?,3,eligible",
                "一般纳税人,5,3,ineligible",
                "?,5,3,unknown",
            })
    void small_scale_vat(String type, Double sales, Double rate, String expected) {
        assertThat(outcomes("vatType", type, "monthlySales", sales, "levyRate", rate))
                .containsEntry("N16", expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {"50,ineligible", "50.1,eligible", "?,unknown"})
    void advanced_manufacturing_needs_more_than_half_of_its_sales(Double share, String expected) {
        assertThat(outcomes(
                        "quals",
                        List.of("高新技术企业"),
                        "industryCode",
                        "C3484",
                        "vatType",
                        "一般纳税人",
                        "manufSalesRatio",
                        share))
                .containsEntry("N17", expected);
    }

    @ParameterizedTest
    @CsvSource({"500113,eligible", "510100,eligible", "450100,eligible", "310115,ineligible", "420100,ineligible"})
    void western_development_by_region(String region, String expected) {
        assertThat(outcomes(
                        "entityType",
                        "企业",
                        "regionCode",
                        region,
                        "encouragedIndustry",
                        true,
                        "encouragedIncomeRatio",
                        60))
                .containsEntry("N23", expected);
    }

    private static Map<String, String> outcomes(Object... facts) {
        return EVAL.outcomes("A", AS_OF, profile(facts)).outcomes();
    }

    private static Map<String, Object> profile(Object... facts) {
        Map<String, Object> profile = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            profile.put((String) facts[i], facts[i + 1]);
        }
        return JSON.convertValue(profile, new TypeReference<>() {});
    }

    private static Object[] joined(Object[] first, Object... second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
