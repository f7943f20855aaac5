package cn.zhengqi.code.claim;

import cn.zhengqi.kernel.Mask;

/** Of whoever claims a code for an enterprise; encrypted where it is stored. */
record AgentPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
