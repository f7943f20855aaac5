package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is paid, as data; in JSON {@code type} tells the form. Amounts are exact and to the cent, half a cent and more rounded up. The figure that it goes by is
 * the enterprise's, as it claims it or as the department recognises it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FixedAmount.class, name = "FIXED"),
    @JsonSubTypes.Type(value = RatioAmount.class, name = "RATIO"),
    @JsonSubTypes.Type(value = TieredAmount.class, name = "TIERED")
})
public sealed interface AmountRule permits FixedAmount, RatioAmount, TieredAmount {

    /** What the figure is called that it goes by; absent where it goes by none. */
    @Nullable
    String basis();

    /** Of that figure. */
    @Nullable
    String unit();

    /**
     * @param figure present where it goes by one
     * @throws ProblemException AMOUNT_NOTHING where nothing is paid for such a figure
     */
    RedemptionAmount of(@Nullable BigDecimal figure);

    /** The rule in a sentence. */
    String words();

    /** What is wrong with it, as fields below {@code rule}. */
    List<FieldProblem> problems();

    /**
     * @param explanation how it comes about, in figures
     */
    record RedemptionAmount(BigDecimal yuan, String explanation) {}

    static BigDecimal cents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    /** 120000 → 120,000.00 元: to the cent, because it is what is paid. */
    static String money(BigDecimal yuan) {
        return format("#,##0.00", yuan) + " 元";
    }

    static String number(BigDecimal number) {
        return format("#,##0.####", number);
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
