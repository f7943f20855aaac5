package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.kernel.Mask;

/** Under which the department calls who objects; encrypted where it is stored. */
record ObjectorPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
