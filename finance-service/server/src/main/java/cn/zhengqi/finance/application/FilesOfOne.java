package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;

/** How many files an application has, and how large they are together. */
record FilesOfOne(int files, long bytes) {

    static final int MOST = 60;
    static final long MOST_BYTES = 200L * 1024 * 1024;

    /** @throws ProblemException APPLICATION_FILES_FULL */
    void mustBeWithinLimits() {
        if (files > MOST || bytes > MOST_BYTES) {
            throw new ProblemException(FinanceProblem.APPLICATION_FILES_FULL);
        }
    }
}
