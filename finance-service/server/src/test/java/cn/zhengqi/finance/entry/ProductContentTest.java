package cn.zhengqi.finance.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.PublishedTerms;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductContentTest {

    private static final Bank BANK = new Bank(Ids.next(), "甲银行");

    @ParameterizedTest
    @MethodSource("published")
    void a_published_product_says_the_same_in_its_next_edition_when_it_is_handed_in_as_it_starts(ProductRule rule) {
        PublishedTerms inForce = terms(rule);
        ProductContent typed =
                Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(ProductContent.of(inForce)), ProductContent.class);

        PublishedTerms next = typed.terms(rule.id(), 2, BANK, new ProductCriteria(List.of()), inForce);

        assertThat(next.rule().criteria()).isEqualTo(rule.criteria());
        assertThat(next.criteria()).isEqualTo(inForce.criteria());
        assertThat(next.rule().validity()).isEqualTo(rule.validity());
        assertThat(besidesTheLeast(next.rule())).isEqualTo(besidesTheLeast(rule));
    }

    @Test
    void some_of_them_say_something_of_amounts_that_the_form_does_not_hold() {
        assertThat(published().filter(rule -> !besidesTheLeast(rule).equals(nothing())))
                .hasSizeGreaterThan(7);
    }

    static Stream<ProductRule> published() {
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class))
                .filter(ProductRule.class::isInstance)
                .map(ProductRule.class::cast);
    }

    private static AmountRule besidesTheLeast(ProductRule rule) {
        AmountRule it = rule.amount();
        return it == null ? nothing() : new AmountRule(null, it.limits(), it.considers(), it.basis());
    }

    private static AmountRule nothing() {
        return new AmountRule(null, List.of(), List.of(), null);
    }

    private static PublishedTerms terms(ProductRule rule) {
        return new PublishedTerms(
                rule.title(),
                "信用贷款",
                "信用",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                "",
                new ProductCriteria(List.of(new CriterionView("条件", "原文", false, null))),
                rule,
                null,
                BANK.name(),
                "来源",
                "high");
    }
}
