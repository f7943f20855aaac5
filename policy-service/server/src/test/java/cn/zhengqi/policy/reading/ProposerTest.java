package cn.zhengqi.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDefinition.Closable;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.policy.reading.Proposal.Certainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sentences of documents are taken to ask for, and what is left to a person. */
class ProposerTest {

    private static final Proposer PROPOSER = new Proposer(FactDictionary.standard(), "500113");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            上年度营业收入不低于五百万元              | revenueY1 >= 500
            年销售收入不超过2亿元                     | revenueY1 <= 20000
            资产负债率高于七十个百分点                |
            资产负债率不高于百分之七十                | debtRatio <= 70
            职工总数20人以上                          | employees >= 20
            职工人数达到一百二十人                    | employees >= 120
            注册成立一年以上                          | regAgeDays >= 365
            制造业销售额占全部销售额比重50%（不含）以上 | manufSalesRatio > 50
            上年度净利润1,000万元以上                 | netProfit >= 1000
            研发费用总额在100万元至500万元之间        | rdExpenseY1 between [100,500]
            拥有3项以上发明专利                       | class1Ip >= 3
            2024-01-01后新购进的设备                  | equipmentPurchasedAfter >= "2024-01-01"
            注册地在重庆市                            | regionCode in ["50"]
            在巴南区依法登记注册、具有独立法人资格      | regionCode in ["500113"]
            工商注册地在重庆市巴南区                    | regionCode in ["500113"]
            注册地在巴南区、渝北区或重庆市南岸区        | regionCode in ["500113","500112","500108"]
            在我区注册登记的企业                        | regionCode in ["500113"]
            纳税信用等级为B级以上                     | taxCreditRating in ["A","B"]
            按上年度研发费用的5%给予补助，最高不超过50万元 |
            为贯彻落实《高新技术企业认定管理办法》，制定本通知 |
            全区企业研发投入强度稳步提高              |
            主营房地产业的企业除外                    | industryCode notIn ["K"]
            实行查账征收                              | auditTaxCollection == true
            须为有效期内的高新技术企业                | quals contains "高新技术企业"
            """)
    void a_sentence_asks_for(String sentence, String expected) {
        assertThat(read(sentence)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            近三年未受到重大行政处罚          | punished == false
            未曾受过行政处罚的企业            | punished == false
            没有围标串标的行为                | noCollusion == true
            不得存在围标串标情形              | noCollusion == true
            智能产线数量不少于3项             | smartLines >= 3
            自动化线5项以上                   | smartLines >= 5
            职工总数20人以上                  | employees >= 20
            """)
    void a_sentence_asks_for_what_was_added_to_the_dictionary_in_its_words(String sentence, String expected) {
        assertThat(read(new Proposer(withAddedFacts(), ""), sentence)).containsExactly(expected);
        if (!expected.startsWith("employees")) {
            assertThat(read(sentence))
                    .as("of what nobody added nothing is known")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "为支持本区科技型企业稳岗扩产，制定本措施",
                "第一条 为深入贯彻创新驱动发展战略，培育高新技术企业和专精特新中小企业，结合本区实际，制定本办法",
                "根据《科技型中小企业评价办法》有关规定，结合我区小微企业实际，制定本细则",
                "为促进在本区注册的小型微型企业健康发展，现就有关事项通知如下",
                "为支持制造业企业发展，特提出以下措施：",
                "本措施旨在支持在本区注册的科技型企业"
            })
    void why_a_document_is_made_asks_for_nothing(String sentence) {
        assertThat(PROPOSER.propose(null, sentence)).isEmpty();
    }

    @Test
    void what_stands_behind_the_purpose_and_what_only_begins_like_one_is_read() {
        assertThat(read("支持对象为在本区注册的科技型企业")).contains("quals contains \"科技型企业\"", "regionCode in [\"500113\"]");
        assertThat(read("为有效期内的高新技术企业")).containsExactly("quals contains \"高新技术企业\"");
        assertThat(read("为支持企业发展，制定本措施，申报企业职工总数20人以上")).containsExactly("employees >= 20");
        assertThat(read("按照规定实行查账征收")).containsExactly("auditTaxCollection == true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "经认定的高新技术企业，印发本通知之日起注册满一年",
                "经市经济信息委印发《认定名单》认定的高新技术企业",
                "按照本办法制定本企业研发准备金制度且研发费用占比不低于3%",
                "为企业制定《数字化改造方案》且年营业收入不低于500万元的服务机构"
            })
    void what_an_enterprise_has_drawn_up_is_no_purpose_of_the_document(String sentence) {
        assertThat(PROPOSER.propose(null, sentence)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            同一企业不得同时享受本措施与小微企业六税两费减半政策的奖补 | 小微企业六税两费减半政策
            本措施与区级其他扶持小型微型企业的政策不重复享受          | 区级其他扶持小型微型企业的政策
            与《高新技术企业奖励办法》规定的奖补，同一企业不得重复享受 | 《高新技术企业奖励办法》
            已享受科技型企业研发补助的，不再享受本措施                | 科技型企业研发补助
            已获得高新技术企业奖励的企业，不予重复支持                | 高新技术企业奖励
            同一企业符合多项小微企业扶持条款的，按就高不重复原则执行   |
            高新技术企业奖励与本项补助择一享受                        | 高新技术企业奖励
            """)
    void what_cannot_be_had_together_is_marked_as_such_and_never_a_condition(String sentence, String named) {
        assertThat(PROPOSER.propose(null, sentence)).singleElement().satisfies(one -> {
            assertThat(one.criterion()).isNull();
            assertThat(one.certainty()).isEqualTo(Certainty.MANUAL);
            assertThat(one.exclusion()).isEqualTo(new Proposal.Exclusion(named));
            assertThat(one.why()).anyMatch(why -> why.contains("不能同享"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有下列情形之一的，不予支持：",
                "有以下情形之一的，不予支持。",
                "存在以下情形之一的企业，不得申报：",
                "企业有下列行为之一的，取消申报资格：",
                "下列企业不纳入支持范围：",
                "申报企业不得有下列情形："
            })
    void who_is_in_a_list_of_those_who_get_nothing_is_asked_for_the_contrary_of_each(String heading) {
        List<Proposal> proposals = PROPOSER.propose(null, "第三条 " + heading + """

                （一）被列入严重失信主体名单的；
                （二）资产负债率高于90%的；
                （三）属于房地产业的企业。
                第四条 研发人员20人以上。""");

        assertThat(proposals).hasSize(4);
        assertThat(proposals.getFirst().criterion()).isNull();
        assertThat(told(proposals.get(1))).isEqualTo("debtRatio <= 90");
        assertThat(told(proposals.get(2))).startsWith("industry").contains(" notIn ");
        assertThat(told(proposals.getLast())).isEqualTo("rdStaff >= 20");
        assertThat(proposals.subList(0, 3)).allSatisfy(one -> {
            assertThat(one.certainty()).isNotEqualTo(Certainty.CLEAR);
            assertThat(one.alternatives()).isNull();
            assertThat(one.why()).anyMatch(why -> why.contains("不予支持的情形"));
        });
        assertThat(proposals.getLast().certainty()).isEqualTo(Certainty.CLEAR);
    }

    @Test
    void who_gets_nothing_is_read_behind_its_announcement_in_the_same_paragraph_and_no_further() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                有下列情形之一的，不予支持：属于房地产业的（行业门类:房地产业）；资产负债率高于90%的。
                研发人员20人以上。""");

        assertThat(proposals).hasSize(3);
        assertThat(told(proposals.getFirst())).startsWith("industry").contains(" notIn ");
        assertThat(told(proposals.get(1))).isEqualTo("debtRatio <= 90");
        assertThat(told(proposals.getLast())).isEqualTo("rdStaff >= 20");
        assertThat(proposals).extracting(Proposal::under).containsExactly("有下列情形之一的，不予支持", "有下列情形之一的，不予支持", null);
    }

    @Test
    void what_is_listed_as_a_condition_and_was_not_read_is_for_a_person_whatever_its_words() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                第二条 申报企业应当同时符合下列条件：
                （一）研发人员20人以上；
                （二）经营状况良好；
                （三）近三年无重大违法违规。
                第三条 各镇街加强宣传引导。""");

        assertThat(proposals)
                .extracting(Proposal::place, Proposal::certainty)
                .containsExactly(
                        tuple("第二条（一）", Certainty.CLEAR),
                        tuple("第二条（二）", Certainty.MANUAL),
                        tuple("第二条（三）", Certainty.MANUAL));
    }

    @Test
    void what_a_person_has_to_say_of_a_list_of_refusals_is_told_with_the_words_above_it() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                第三条 有下列情形之一的，不予支持：
                （一）被列入严重失信主体名单的；
                （二）资产负债率高于90%的。
                第四条 未达到2000万元营业收入的企业，不予支持。""");

        assertThat(proposals).extracting(Proposal::under).containsExactly("有下列情形之一的，不予支持", "有下列情形之一的，不予支持", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"符合下列条件之一的，优先支持：\n（一）研发人员20人以上；\n（二）属于高新技术企业。", "符合下列条件之一的优先予以支持：（一）研发人员20人以上；（二）属于高新技术企业。"})
    void who_comes_first_among_those_who_qualify_is_no_condition(String text) {
        List<Proposal> proposals = PROPOSER.propose(null, "第三条 " + text + "\n第四条 职工总数不低于10人。");

        assertThat(proposals).hasSize(3);
        assertThat(proposals.subList(0, 2)).allSatisfy(one -> {
            assertThat(one.criterion()).isNull();
            assertThat(one.alternatives()).isNull();
            assertThat(one.why()).singleElement().asString().contains("优先的情形", "不是必须满足的条件");
        });
        assertThat(told(proposals.getLast())).isEqualTo("employees >= 10");
        assertThat(proposals.getLast().certainty()).isEqualTo(Certainty.CLEAR);
    }

    @Test
    void what_a_sentence_asks_for_beside_a_preference_is_proposed_for_a_person_to_look_at() {
        assertThat(PROPOSER.propose(null, "第三条 申报企业职工总数不低于10人，同等条件下优先支持高新技术企业。"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.certainty()).isEqualTo(Certainty.CHECK);
                    assertThat(one.why()).anyMatch(why -> why.contains("优先的情形"));
                })
                .extracting(ProposerTest::told)
                .contains("employees >= 10");
        assertThat(PROPOSER.propose(null, "第三条 属于《巴南区优先支持产业办法》的企业，职工总数不低于20人。"))
                .anySatisfy(one -> assertThat(told(one)).isEqualTo("employees >= 20"))
                .noneMatch(one -> one.why().toString().contains("优先的情形"));
    }

    @Test
    void a_paragraph_after_a_list_of_preferences_asks_for_what_it_says() {
        assertThat(PROPOSER.propose(null, "符合下列条件之一的，优先支持：\n（一）研发人员20人以上。\n申报企业职工总数不低于10人。"))
                .last()
                .satisfies(one -> assertThat(told(one)).isEqualTo("employees >= 10"));
    }

    @Test
    void what_one_sentence_refuses_is_turned_as_well_and_what_two_comparisons_together_refuse_is_for_a_person() {
        assertThat(PROPOSER.propose(null, "资产负债率高于90%的企业，不予支持。"))
                .singleElement()
                .satisfies(one -> assertThat(told(one)).isEqualTo("debtRatio <= 90"));
        assertThat(PROPOSER.propose(null, "资产负债率高于90%且职工总数不足20人的，不予支持。"))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty()).isEqualTo(Certainty.MANUAL));
    }

    @Test
    void conditions_that_must_not_be_missed_are_no_list_of_refusals() {
        assertThat(PROPOSER.propose(null, "申报企业应符合以下条件：资产负债率不得高于90%。"))
                .singleElement()
                .satisfies(one -> assertThat(told(one)).isEqualTo("debtRatio <= 90"));
    }

    @Test
    void what_the_money_is_for_is_asked_of_nobody() {
        assertThat(PROPOSER.propose(null, "奖补资金用于支持高新技术企业购置研发设备，以及用于小型微型企业招用高校毕业生的补贴支出。"))
                .isEmpty();
    }

    @Test
    void a_condition_beside_an_exclusion_is_kept_for_a_person_to_look_at() {
        List<Proposal> proposals = PROPOSER.propose(null, "支持对象为在本区注册的科技型企业，同一企业与其他同类政策不重复享受。");

        assertThat(proposals.stream().filter(one -> one.criterion() != null).map(ProposerTest::told))
                .contains("quals contains \"科技型企业\"", "regionCode in [\"500113\"]");
        assertThat(proposals.getLast().exclusion()).isEqualTo(new Proposal.Exclusion("其他同类政策"));
        assertThat(proposals).extracting(Proposal::certainty).doesNotContain(Certainty.CLEAR);
    }

    @Test
    void what_must_not_be_counted_twice_excludes_no_policy() {
        assertThat(PROPOSER.propose(null, "研发人员20人以上，不得重复计算"))
                .singleElement()
                .satisfies(one -> assertThat(one.exclusion()).isNull())
                .satisfies(one -> assertThat(told(one)).isEqualTo("rdStaff >= 20"));
    }

    @Test
    void what_nothing_new_may_name_is_not_proposed() {
        List<FactDefinition> facts = FactDictionary.standard().facts().stream()
                .map(fact -> fact.name().equals("employees") ? fact.retire() : fact)
                .toList();
        assertThat(read(new Proposer(new FactDictionary(facts), ""), "职工总数20人以上"))
                .isEmpty();
    }

    private static FactDictionary withAddedFacts() {
        List<FactDefinition> facts = new ArrayList<>(FactDictionary.standard().facts());
        facts.add(yesOrNo("punished", "近三年受过行政处罚"));
        facts.add(yesOrNo("noCollusion", "无围标串标行为（承诺）"));
        facts.add(new FactDefinition(
                "smartLines",
                "智能产线数量",
                FactKind.INTEGER,
                "项",
                "生产",
                FactSource.SELF,
                List.of(),
                BigDecimal.ZERO,
                null,
                null,
                null,
                List.of("自动化线"),
                List.of(),
                null,
                null,
                Closable.UP,
                null,
                null,
                "当前时点",
                FactVisibility.AUTHORITIES,
                null,
                null));
        return new FactDictionary(facts);
    }

    private static FactDefinition yesOrNo(String name, String label) {
        return FactDefinition.filledIn(
                name,
                new FactDefinition.Description(label, "信用与合规", Closable.NO, null, "近三年", FactVisibility.AUTHORITIES),
                FactKind.BOOLEAN,
                null,
                null,
                null);
    }

    @Test
    void of_two_conditions_with_an_or_between_them_one_is_enough() {
        List<Proposal> either = PROPOSER.propose(null, "拥有3项以上发明专利，或者须为有效期内的高新技术企业。");
        List<Proposal> both = PROPOSER.propose(null, "拥有3项以上发明专利，且须为有效期内的高新技术企业。");

        assertThat(either).hasSize(2).extracting(Proposal::alternatives).doesNotContainNull();
        assertThat(either.getFirst().alternatives()).isEqualTo(either.getLast().alternatives());
        assertThat(both).hasSize(2).extracting(Proposal::alternatives).containsOnlyNulls();
    }

    @Test
    void of_a_longer_sentence_every_condition_is_proposed_with_its_place() {
        String text = """
                第二条 申请企业应当同时符合下列条件：
                （一）职工总数20人以上，其中研发人员占比不低于10%；
                （二）近三年未被列入严重违法失信名单。
                """;
        List<Proposal> proposals = PROPOSER.propose(null, text);

        assertThat(proposals).extracting(Proposal::place).containsExactly("第二条（一）", "第二条（一）", "第二条（二）");
        assertThat(proposals)
                .extracting(Proposal::certainty)
                .containsExactly(Certainty.CLEAR, Certainty.CLEAR, Certainty.MANUAL);
        Proposal first = proposals.getFirst();
        assertThat(text.substring(first.from(), first.to())).isEqualTo("职工总数20人以上，其中研发人员占比不低于10%");
        assertThat(first.why()).anyMatch(why -> why.contains("职工总数")).anyMatch(why -> why.contains("20人以上"));
        assertThat(first.criterion()).extractingByKey("clause").hasFieldOrPropertyWithValue("place", "第二条（一）");
    }

    @Test
    void what_stands_under_an_item_of_an_article_is_quoted_with_that_item() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                第一条 申报企业应当同时符合下列条件：
                （三）资产负债率不高于百分之七十；
                （四）以下条件中的两项：
                1.职工总数20人以上；
                2.上年度营业收入不低于五百万元；
                3.拥有3项以上发明专利。
                （五）近两年研发费用均值在500万元以上。
                第二条 注册地在重庆市。
                """);

        assertThat(proposals)
                .extracting(Proposal::place)
                .containsExactly("第一条（三）", "第一条（四）1", "第一条（四）2", "第一条（四）3", "第一条（五）", "第二条");
    }

    @Test
    void without_articles_an_item_is_quoted_with_the_part_that_it_stands_in() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                一、申报条件
                （一）职工总数20人以上；
                二、其他要求
                （一）上年度营业收入不低于五百万元。
                """);

        assertThat(proposals).extracting(Proposal::place).containsExactly("一、（一）", "二、（一）");
    }

    @Test
    void one_of_several_is_told_as_a_choice_until_it_ends() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                第三条 符合下列条件之一的企业，可以申请：
                1. 上年度营业收入1000万元以上；
                2. 近两年研发费用均值在500万元以上。
                第四条 资产负债率不超过70%。
                """);

        assertThat(proposals).hasSize(3);
        assertThat(proposals.get(0).alternatives())
                .isNotNull()
                .isEqualTo(proposals.get(1).alternatives());
        assertThat(proposals.get(2).alternatives()).isNull();
    }

    @Test
    void of_several_some_may_be_enough() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                第三条 申报企业应当满足下列条件中的两项：
                （一）职工总数20人以上；
                （二）上年度营业收入不低于五百万元；
                （三）拥有3项以上发明专利。
                第四条 资产负债率不高于百分之七十。
                """);

        assertThat(proposals.subList(0, 3))
                .extracting(Proposal::alternatives)
                .containsOnly(new Proposal.Alternatives(1, "申报企业应当满足下列条件中的两项", 2));
        assertThat(proposals.get(3).alternatives()).isNull();
    }

    @Test
    void a_figure_in_a_heading_is_no_choice_of_what_follows() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                拥有有效发明专利至少3项，并同时符合下列条件：
                （一）职工总数20人以上；
                （二）上年度营业收入不低于五百万元。
                """);

        assertThat(proposals).extracting(Proposal::alternatives).containsOnlyNulls();
    }

    @Test
    void a_place_that_is_not_read_to_its_end_is_for_a_person_to_look_at() {
        assertThat(PROPOSER.propose(null, "注册地在四川省成都市"))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty()).isEqualTo(Certainty.CHECK));
        for (String whole : List.of("在重庆市行政区域内注册", "在我区辖区内登记注册", "在巴南区注册登记且在区税务局纳税")) {
            assertThat(PROPOSER.propose(null, whole))
                    .as(whole)
                    .filteredOn(one -> told(one).startsWith("regionCode"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.certainty()).isEqualTo(Certainty.CLEAR));
        }
        assertThat(PROPOSER.propose(null, "在北京市、上海市试点经验基础上，提出以下措施：")).isEmpty();
    }

    @Test
    void a_heading_that_asks_for_a_place_is_read_too() {
        List<Proposal> proposals = PROPOSER.propose(null, "申请企业应当在巴南区依法登记注册，并同时符合下列条件：\n（一）职工总数20人以上。");

        assertThat(proposals)
                .extracting(ProposerTest::told)
                .containsExactly("regionCode in [\"500113\"]", "employees >= 20");
    }

    @Test
    void a_band_that_leaves_others_without_a_word_is_for_a_person_to_look_at() {
        Proposal alone = PROPOSER.propose(null, "上年度裁员率不高于5.5%（参保30人以上）").getFirst();
        assertThat(alone.certainty()).isEqualTo(Certainty.CHECK);
        assertThat(alone.why()).anyMatch(why -> why.contains("其余企业"));

        List<Proposal> both = PROPOSER.propose(null, """
                最近一年销售收入5000万元以下：近三年研发费用总额占同期销售收入总额比例不低于5%
                最近一年销售收入5000万元（不含）以上：近三年研发费用总额占同期销售收入总额比例不低于3%
                """);
        assertThat(both).hasSize(2).allMatch(one -> one.why().stream().noneMatch(why -> why.contains("其余企业")));
    }

    @Test
    void a_place_is_read_beside_a_number_of_the_same_words() {
        assertThat(read("在巴南区注册成立一年以上，具有独立法人资格")).contains("regionCode in [\"500113\"]", "regAgeDays >= 365");
    }

    @Test
    void what_a_sentence_asks_in_two_ways_is_for_a_person_to_look_at() {
        assertThat(PROPOSER.propose(null, "上年度裁员率不高于5.5%，参保30人以下的企业裁员率不高于20%"))
                .filteredOn(one -> one.applies() == null)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.certainty()).isEqualTo(Certainty.CHECK));
        assertThat(PROPOSER.propose(null, "制造业企业从业人员不超过1000人，软件和信息技术服务业企业从业人员不超过300人"))
                .filteredOn(one -> told(one).startsWith("employees"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.certainty()).isEqualTo(Certainty.CHECK));
    }

    @Test
    void what_is_asked_of_one_industry_or_size_is_for_a_person_to_look_at() {
        List<Proposal> proposals = PROPOSER.propose(null, "制造业企业职工总数应当在20人以上。");

        assertThat(proposals)
                .filteredOn(one -> told(one).startsWith("employees"))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty()).isEqualTo(Certainty.CHECK))
                .satisfies(one -> assertThat(one.why()).anyMatch(why -> why.contains("只对这些企业")));
    }

    @Test
    void what_begins_with_or_stands_beside_what_came_before() {
        List<Proposal> proposals = PROPOSER.propose(null, "上年度营业收入1000万元以上；或近两年研发费用均值在500万元以上。");

        assertThat(proposals).extracting(Proposal::alternatives).doesNotContainNull();
        assertThat(proposals.get(0).alternatives()).isEqualTo(proposals.get(1).alternatives());
    }

    @Test
    void for_whom_something_is_asked_is_a_band_and_no_condition() {
        List<Proposal> proposals = PROPOSER.propose(null, """
                最近一年销售收入5000万元以下：近三年研发费用总额占同期销售收入总额比例不低于5%
                最近一年销售收入5000万元（不含）至2亿元（含）：不低于4%
                上年度裁员率不高于5.5%（参保30人以上）
                """);

        assertThat(proposals)
                .extracting(ProposerTest::told)
                .containsExactly("rdRatio3y >= 5", "rdRatio3y >= 4", "layoffRate <= 5.5");
        Proposal.Applies second = Objects.requireNonNull(proposals.get(1).applies());
        assertThat(second.by()).isEqualTo("revenueY1");
        assertThat(second.from()).isEqualByComparingTo("5000");
        assertThat(second.fromIncluded()).isFalse();
        assertThat(second.to()).isEqualByComparingTo("20000");
        assertThat(second.toIncluded()).isTrue();
        assertThat(proposals.get(1).certainty()).as("its fact was supplied").isEqualTo(Certainty.CHECK);
        assertThat(Objects.requireNonNull(proposals.get(2).applies()).by()).isEqualTo("insured");
    }

    @Test
    void what_is_granted_and_what_is_only_mentioned_is_no_condition() {
        assertThat(PROPOSER.propose(null, """
                        关于支持民营企业高质量发展的若干措施
                        对通过认定的企业给予最高50万元奖励。
                        适用3%征收率的减按1%征收增值税。
                        """)).extracting(ProposerTest::told).containsExactly("levyRate == 3");
    }

    @Test
    void what_cannot_be_read_is_left_to_a_person_and_nothing_is_made_up() {
        List<Proposal> proposals = PROPOSER.propose(null, "近三年新增股权融资不低于500万元。应当建立完善的内部管理制度。亩均税收达到30万元以上。");

        assertThat(proposals).hasSize(3).allSatisfy(one -> {
            assertThat(one.certainty()).isEqualTo(Certainty.MANUAL);
            assertThat(one.criterion()).isNull();
            assertThat(one.why()).isNotEmpty();
        });
    }

    @Test
    void a_plan_and_a_mention_in_a_long_sentence_are_not_taken_for_clear_conditions() {
        assertThat(PROPOSER.propose(null, "2025年全区高新技术企业达到300家。本办法自2026年4月1日起施行。"))
                .extracting(Proposal::certainty)
                .containsExactly(Certainty.MANUAL);
        assertThat(PROPOSER.propose(null, "企业开展研发活动中实际发生的研发费用，未形成无形资产计入当期损益的，再按实际发生额100%加计扣除。"))
                .extracting(Proposal::certainty)
                .containsExactly(Certainty.CHECK);
    }

    @Test
    void a_figure_that_a_fact_cannot_have_is_not_proposed() {
        assertThat(PROPOSER.propose(null, "本科及以上学历职工占比不低于400%"))
                .singleElement()
                .extracting(Proposal::certainty)
                .isEqualTo(Certainty.MANUAL);
    }

    @Test
    void whatever_is_proposed_the_tree_takes() {
        CriteriaCheck check = new CriteriaCheck(FactDictionary.standard());
        assertThat(EvalDraftTest.texts().flatMap(text -> PROPOSER.propose("专精特新中小企业认定", text).stream()))
                .isNotEmpty()
                .filteredOn(one -> one.criterion() != null)
                .allSatisfy(one -> assertThat(check.faults(Json.MAPPER.valueToTree(one.criterion())))
                        .as("%s", one)
                        .isEmpty());
    }

    @Test
    void a_text_of_nothing_but_numbers_and_a_text_of_brackets_are_gone_through_all_the_same() {
        assertThat(PROPOSER.propose(null, "1".repeat(10_000) + "（".repeat(10_000) + "不低于".repeat(5_000)))
                .hasSizeLessThan(3);
    }

    private static List<String> read(String sentence) {
        return read(PROPOSER, sentence);
    }

    private static List<String> read(Proposer proposer, String sentence) {
        return proposer.propose(null, sentence).stream()
                .filter(one -> one.criterion() != null)
                .map(ProposerTest::told)
                .toList();
    }

    private static String told(Proposal proposal) {
        var criterion = Objects.requireNonNull(proposal.criterion());
        return criterion.get("fact") + " " + criterion.get("op") + " "
                + Json.MAPPER.writeValueAsString(criterion.get("value"));
    }
}
