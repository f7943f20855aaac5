/** 一码通: codes of services and venues, which open services on the phone of whoever scans them. */
@NullMarked
package cn.zhengqi.code.servicecode;

import org.jspecify.annotations.NullMarked;
