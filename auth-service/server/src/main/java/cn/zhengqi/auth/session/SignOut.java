package cn.zhengqi.auth.session;

/** By what a sign-in ended. */
public enum SignOut {
    /** By its owner, in the browser itself. */
    HERE,
    /** By its owner, from the list of devices. */
    ELSEWHERE,
    /** By its owner, from an application into which they came by it. */
    BY_APP,
    /** Staff who did nothing for a while. */
    IDLE,
    /** No sign-in lasts for more than twelve hours. */
    BY_TIME,
    /** A new password or phone. */
    BY_CHANGE,
    /** By staff: the account was disabled, or what proves it was taken away. */
    BY_STAFF,
    /** The account is no more; that is on record, and no name beside it. */
    BY_CLOSING
}
