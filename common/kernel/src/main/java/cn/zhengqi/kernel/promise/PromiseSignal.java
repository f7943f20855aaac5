package cn.zhengqi.kernel.promise;

/** Why somebody is told of a promise. */
public enum PromiseSignal {
    /** Most of the time is over. */
    WARNED,
    /** The promised date went by. */
    BROKEN,
    /** It went by and nothing happened: the next in the chain is told. */
    ESCALATED,
    /** A supervisor asks for it. */
    URGED,
    /** Those who work on it ask for more time, which somebody else has to approve. */
    EXTENSION_ASKED,
    /** More time was approved: who asked for it hears so. */
    EXTENSION_APPROVED,
    /** It was not: who asked for it hears so, and why. */
    EXTENSION_REFUSED
}
