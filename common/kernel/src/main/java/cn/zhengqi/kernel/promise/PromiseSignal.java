package cn.zhengqi.kernel.promise;

/** Why somebody is told of a promise. */
public enum PromiseSignal {
    /** Most of the time is over. */
    WARNED,
    /** The promised date went by. */
    BROKEN,
    /** It went by and nothing happened: the next in the chain is told. */
    ESCALATED,
    /** Those who were told that it went by hear that it did not: the calendar was changed, and the date is ahead. */
    MOVED,
    /** The case is answered or was taken back: nobody is asked for it any more. */
    ENDED,
    /** A supervisor asks for it. */
    URGED,
    /** Those who work on it ask for more time, which somebody else has to approve. */
    EXTENSION_ASKED,
    /** More time was approved: who asked for it hears so. */
    EXTENSION_APPROVED,
    /** It was not: who asked for it hears so, and why. */
    EXTENSION_REFUSED
}
