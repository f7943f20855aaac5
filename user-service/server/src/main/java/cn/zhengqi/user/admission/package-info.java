/** 入驻: how chambers and providers that registered on line are let in. */
@NullMarked
package cn.zhengqi.user.admission;

import org.jspecify.annotations.NullMarked;
