package cn.zhengqi.kernel;

import java.util.Locale;

/** A stable name for something that can go wrong. Implemented by an enum per service; clients branch on the name. */
public interface ProblemCode {

    /** The code in the answer, as LOAN_AMOUNT_OUT_OF_RANGE. */
    String name();

    /** HTTP status, 400 to 599. */
    int status();

    /** Chinese; used as detail when the thrower has nothing more exact to say. */
    String title();

    /** {@code type} of the problem, RFC 9457: {@code urn:zhengqi:problem:loan-amount-out-of-range}. */
    default String urn() {
        return "urn:zhengqi:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
