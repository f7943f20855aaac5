package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.Mask;

/** Under which the department calls about a declaration; encrypted where it is stored. */
record ContactPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
