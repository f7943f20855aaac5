package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.advice.CreditAdvice.AdvisedProduct;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.match.MatchOrder;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.matching.recommendation.Recommendations;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Advises on loans by what is published and known today; keeps nothing. */
@Service
class CreditAdvices {

    private final Profiles profiles;
    private final Recommendations recommendations;
    private final Matches matches;

    CreditAdvices(Profiles profiles, Recommendations recommendations, Matches matches) {
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.matches = matches;
    }

    CreditAdvice of(UUID enterprise) {
        Profiles.Basis basis = profiles.basis(enterprise);
        Advisor advisor =
                new Advisor(matches.shelfOn(basis.vector().asOf()), basis.vector(), basis.facts(), basis.taxFacts());
        boolean personalised = recommendations.of(enterprise).personalised();
        List<AdvisedProduct> products = personalised
                ? advisor.products()
                : advisor.products().stream()
                        .sorted(Comparator.comparing(AdvisedProduct::code))
                        .toList();
        Predicate<AdvisedProduct> published = product -> product.estimate().highWan() != null;
        return new CreditAdvice(
                basis.vector().asOf(),
                CreditAdvice.DISCLAIMER,
                personalised ? MatchOrder.BY_PROFILE : MatchOrder.GENERAL,
                basis.completeness(),
                nothingFilledIn(basis.facts().keySet()),
                products.stream().filter(published).toList(),
                products.stream().filter(published.negate()).toList(),
                advisor.leftOut());
    }

    private static boolean nothingFilledIn(Set<String> facts) {
        return facts.stream()
                .map(FactDictionary.inForce()::get)
                .map(FactDefinition::source)
                .allMatch(FactSource.REGISTER::equals);
    }
}
