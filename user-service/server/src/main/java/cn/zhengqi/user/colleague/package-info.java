/** The people of an enterprise: who invites whom, who may do what, and for which enterprise somebody can act. */
@NullMarked
package cn.zhengqi.user.colleague;

import org.jspecify.annotations.NullMarked;
