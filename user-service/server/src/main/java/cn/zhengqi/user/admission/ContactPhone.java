package cn.zhengqi.user.admission;

import cn.zhengqi.kernel.Mask;

/** Of whoever applies for an institution; encrypted where it is stored. */
record ContactPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
