package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the matching engine evaluates: one edition of a policy or of a loan product. In JSON {@code subject} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "subject")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PolicyRule.class, name = "POLICY"),
    @JsonSubTypes.Type(value = ProductRule.class, name = "LOAN_PRODUCT")
})
public sealed interface EligibilityRule permits PolicyRule, ProductRule {

    /** The stable code of the policy or product, such as N01 or L01. */
    String id();

    /** Names the edition that an answer applied. */
    String edition();

    String title();

    Validity validity();

    Criterion criteria();

    /** Policies that cannot be enjoyed together with this one. */
    List<Exclusion> exclusions();

    /** The qualification that this policy grants, to tell an enterprise that it holds it already. */
    @Nullable
    String grants();

    /** True where figures were checked; false shows 待核实. */
    boolean verified();

    /** Whether it can be applied for on that day, leaving the enterprise aside. */
    default Validity.Status statusOn(LocalDate day) {
        return validity().statusOn(day);
    }
}
