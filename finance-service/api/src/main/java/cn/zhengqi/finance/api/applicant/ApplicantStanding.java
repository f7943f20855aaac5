package cn.zhengqi.finance.api.applicant;

/** How an enterprise stands to a bank with its applications; what it took back itself counts in neither. */
public enum ApplicantStanding {
    /** It applied at any time. */
    APPLIED,
    /** An application waits for the bank, or its loan is not settled. */
    RUNNING
}
