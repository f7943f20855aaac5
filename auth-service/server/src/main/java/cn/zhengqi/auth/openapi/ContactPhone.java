package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.Mask;

/** Of who looks after a system; encrypted where it is stored. */
record ContactPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
