#include <pango/pango.h>
#include <pango/pangoft2.h>
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
