package cn.zhengqi.kernel;

/** A stable name for something that can go wrong. Implemented by an enum per service; clients branch on the name. */
public interface ProblemCode {

    /** The code in the answer, as LOAN_AMOUNT_OUT_OF_RANGE. */
    String name();

    /** HTTP status, 400 to 599. */
    int status();

    /** Chinese; used as detail when the thrower has nothing more exact to say. */
    String title();
}
